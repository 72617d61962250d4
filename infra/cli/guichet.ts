import { parseArgs } from 'node:util';
import { languageOr } from '@guichet/kernel';
import { catalogueCheck } from './catalogue-check.ts';
import { catalogueDiff } from './catalogue-diff.ts';
import { catalogueImport } from './catalogue-import.ts';
import { catalogueNew } from './catalogue-new.ts';
import { catalogueParity } from './catalogue-parity.ts';
import { catalogueSchema } from './catalogue-schema.ts';
import { config } from './config.ts';
import { cataloguePreview } from './preview/catalogue-preview.ts';
import { usage } from './usage.ts';

const options = {
  lang: { type: 'string' },
  dir: { type: 'string' },
  out: { type: 'string' },
  port: { type: 'string' },
} as const;

/** Undefined when a word is no option, or an option lacks its value. */
function readLine() {
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch {
    return undefined;
  }
}

const read = readLine();
const asked = read?.values ?? {};
const language = languageOr(asked.lang ?? config.language);
const [room, verb, first, second] = read?.positionals ?? [];
const dirOf = (dir: string | undefined): { dir: string } | Record<never, never> =>
  dir === undefined ? {} : { dir };

const previewPort = 3002;

/** The verbs of `guichet catalogue`; each gives its exit code. */
const verbs: Record<string, () => number> = {
  check: () => catalogueCheck(first ?? config.catalogueDir, config.catalogueDir, language),
  diff: () => catalogueDiff(first, second, config.catalogueDir, language),
  import: () => catalogueImport(first, asked.out === undefined ? {} : { out: asked.out }, language),
  new: () => catalogueNew(first, { ...dirOf(asked.dir), catalogueDir: config.catalogueDir }, language),
  preview: () => cataloguePreview(first ?? config.catalogueDir, Number(asked.port ?? previewPort), language),
  parity: () => catalogueParity(first ?? config.catalogueDir, language),
  schema: () => catalogueSchema(language),
};

const run = room === 'catalogue' && Object.hasOwn(verbs, verb ?? '') ? verbs[verb ?? ''] : undefined;
if (run) process.exitCode = run();
else {
  console.error(usage[language]);
  process.exitCode = 2;
}
