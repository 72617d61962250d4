import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Language } from '@guichet/kernel';
import { assetPaths, words } from '@guichet/pages';
import type { ServedAsset } from '@guichet/platform/http';
import { deskAssetPaths, questionParts } from '../../frame/desk-assets.ts';
import { asset, javascript, linked, read, script } from '../../frame/make-asset.ts';

/** The package is served as its authors built it. */
const idb = asset(
  'idb.js',
  javascript,
  readFileSync(createRequire(import.meta.url).resolve('idb/build/index.js')),
);
const news = { 'kept-news.js': script('kept-news.js') };
const keptKeys = script('kept-keys.js', { 'idb.js': idb, ...news });
const numbered = { ...news, 'kept-keys.js': keptKeys, 'kept-number.js': script('kept-number.js') };
const modules = { ...numbered, 'kept-requests.js': script('kept-requests.js', numbered) };
const sendKept = script('send-kept.js', modules);
const keptAgain = script('kept-again.js', modules);
const counterKept = script('counter-kept.js', {
  ...modules,
  'send-kept.js': sendKept,
  'kept-again.js': keptAgain,
});
const typedWords = script('typed-words.js');
const keptPage = script('kept-page.js', { ...modules, 'typed-words.js': typedWords });
const fillAgain = script('fill-again.js');
const keptForm = script('kept-form.js', { ...modules, 'fill-again.js': fillAgain });
const leave = script('leave.js', modules);
const manifests = { fr: manifestOf('fr'), en: manifestOf('en') };

/** Makes what turns the counter's page into one that can be installed, in a language. */
function manifestOf(language: Language): ServedAsset {
  const { app } = words(language).work.kept;
  const manifest = {
    name: app.name,
    short_name: app.short,
    id: '/counter',
    start_url: '/counter',
    scope: '/counter',
    lang: `${language}-CA`,
    display: 'standalone',
    theme_color: '#12395c',
    background_color: '#ffffff',
    icons: [{ src: assetPaths.icon, sizes: 'any', type: 'image/svg+xml', purpose: 'any maskable' }],
  };
  const type = 'application/manifest+json; charset=utf-8';
  return asset(`counter-${language}.webmanifest`, type, Buffer.from(JSON.stringify(manifest)));
}

const parts = [idb, ...Object.values(modules), typedWords, sendKept, keptAgain, fillAgain];
const scripts = [...parts, counterKept, keptPage, keptForm, leave];

/** The files with which a counter goes on without network. */
export const keptAssets: readonly ServedAsset[] = [...scripts, manifests.fr, manifests.en];

/** The paths that pages link to. */
export const keptAssetPaths = {
  /** Of the counter's pages. */
  counter: counterKept.path,
  page: keptPage.path,
  form: keptForm.path,
  /** Of every page of a person signed in, and of the sign-in page. */
  leave: leave.path,
  manifest: { fr: manifests.fr.path, en: manifests.en.path },
} as const;

/** What the pages that a counter keeps are drawn with. */
const shell = [
  assetPaths.css,
  assetPaths.icon,
  assetPaths.deskScript,
  deskAssetPaths.css,
  deskAssetPaths.questions,
  ...questionParts,
  ...scripts.map(({ path }) => path),
];

/** A mark that changes with any of them. */
export const shellStamp = createHash('sha256').update(shell.join('\n')).digest('hex').slice(0, 16);

/** The service worker, served under an address that stays: browsers look there whether it changed. */
export const counterWorker = {
  path: '/counter-worker.js',
  contentType: javascript,
  body: linked(read('counter-worker.js').toString(), modules)
    .replace("'assets-stamp'", JSON.stringify(shellStamp))
    .replace("'assets-paths'", shell.map((path) => JSON.stringify(path)).join(', ')),
} as const;
