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

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    lang: { type: 'string' },
    dir: { type: 'string' },
    out: { type: 'string' },
    port: { type: 'string' },
  },
});
const language = languageOr(values.lang ?? config.language);
const [room, verb, first, second] = positionals;
const text = (value: unknown): { dir: string } | Record<never, never> =>
  typeof value === 'string' ? { dir: value } : {};

const previewPort = 3002;

/** The verbs of `guichet catalogue`; each gives its exit code. */
const verbs: Record<string, () => number> = {
  check: () => catalogueCheck(first ?? config.catalogueDir, language),
  diff: () => catalogueDiff(first, second, config.catalogueDir, language),
  import: () => catalogueImport(first, typeof values.out === 'string' ? { out: values.out } : {}, language),
  new: () => catalogueNew(first, { ...text(values.dir), catalogueDir: config.catalogueDir }, language),
  preview: () => cataloguePreview(first ?? config.catalogueDir, Number(values.port ?? previewPort), language),
  parity: () => catalogueParity(first ?? config.catalogueDir, language),
  schema: () => catalogueSchema(language),
};

const run = room === 'catalogue' && Object.hasOwn(verbs, verb ?? '') ? verbs[verb ?? ''] : undefined;
if (run) process.exitCode = run();
else {
  console.error(usage[language]);
  process.exitCode = 2;
}
