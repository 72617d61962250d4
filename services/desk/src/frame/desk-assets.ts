import { leanSheet } from '@guichet/pages';
import type { ServedAsset } from '@guichet/platform/http';
import { asset, read, script } from './make-asset.ts';

const sheets = [
  'work.css',
  'cases.css',
  'batch.css',
  'stations.css',
  'recordings.css',
  'letters.css',
  'visits.css',
  'queue.css',
  'board.css',
  'kept.css',
];

const workCss = asset('work.css', 'text/css; charset=utf-8', leanSheet(sheets.map(read)));
const redraw = script('redraw.js');
const workScript = script('work.js', { 'redraw.js': redraw });
const plain = Object.fromEntries(
  ['stops.js', 'fit-questions.js', 'drawn-for.js'].map((name) => [name, script(name)]),
);
const parts = { ...plain, 'whole-form.js': script('whole-form.js', plain) };
const questions = script('questions.js', parts);
const pedals = script('pedals.js');
const keys = script('keys.js');
const station = script('station.js');
const upload = script('upload.js');
const hall = script('hall.js');
const hallCss = asset('hall.css', 'text/css; charset=utf-8', leanSheet([read('hall.css')]));
const autosave = script('autosave.js');
const queue = script('queue.js');
const inPlace = script('in-place.js');

/** The files of the desk's own pages, beside those of the design system. */
export const deskAssets: readonly ServedAsset[] = [
  workCss,
  redraw,
  workScript,
  ...Object.values(parts),
  questions,
  pedals,
  keys,
  station,
  upload,
  hall,
  hallCss,
  autosave,
  queue,
  inPlace,
];

/** The paths of what the script of questions imports. */
export const questionParts: readonly string[] = Object.values(parts).map(({ path }) => path);

/** The paths that pages link to. */
export const deskAssetPaths = {
  css: workCss.path,
  script: workScript.path,
  questions: questions.path,
  /** Of the pages with a recording. */
  pedals: pedals.path,
  /** Of the page where keys are chosen. */
  keys: keys.path,
  /** Of the mailroom's station. */
  station: station.path,
  /** Of the form that sends scanned files. */
  upload: upload.path,
  /** Of what stands in the hall of a counter. */
  hall: hall.path,
  hallCss: hallCss.path,
  /** Of the forms whose text is kept while it is typed. */
  autosave: autosave.path,
  /** Of the queue's page, and of a case that says who looks at it. */
  queue: queue.path,
  /** Of a page that another of its kind can follow in place. */
  inPlace: inPlace.path,
} as const;
