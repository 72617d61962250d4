import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ServedAsset } from '@guichet/platform/http';

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
];

function read(name: string): Buffer {
  return readFileSync(new URL(`../static/${name}`, import.meta.url));
}

function asset(name: string, contentType: string, body: Buffer): ServedAsset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 16);
  return { path: `/static/${name.replace('.', `.${hash}.`)}`, contentType, body };
}

/** Makes a script whose imports are of `modules`, each by the path that holds its hash. */
function script(name: string, modules: Readonly<Record<string, ServedAsset>> = {}): ServedAsset {
  const text = Object.entries(modules).reduce(
    (body, [module, { path }]) => body.replaceAll(`'./${module}'`, `'${path}'`),
    read(name).toString(),
  );
  return asset(name, 'text/javascript; charset=utf-8', Buffer.from(text));
}

const workCss = asset('work.css', 'text/css; charset=utf-8', Buffer.concat(sheets.map(read)));
const redraw = script('redraw.js');
const workScript = script('work.js', { 'redraw.js': redraw });
const parts = Object.fromEntries(
  ['stops.js', 'fit-questions.js', 'drawn-for.js'].map((name) => [name, script(name)]),
);
const questions = script('questions.js', parts);
const pedals = script('pedals.js');
const keys = script('keys.js');
const station = script('station.js');
const upload = script('upload.js');
const hall = script('hall.js');
const hallCss = asset('hall.css', 'text/css; charset=utf-8', read('hall.css'));
const autosave = script('autosave.js');
const queue = script('queue.js');

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
];

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
} as const;
