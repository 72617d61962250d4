import { parseArgs } from 'node:util';
import { languageOr } from '@guichet/kernel';
import { catalogueCheck } from './catalogue-check.ts';
import { catalogueSchema } from './catalogue-schema.ts';
import { config } from './config.ts';

const usage = {
  fr: 'guichet catalogue check [dossier] [--lang fr|en]   vérifie les définitions de service\nguichet catalogue schema                            écrit le schéma JSON publié',
  en: 'guichet catalogue check [folder] [--lang fr|en]    checks the service definitions\nguichet catalogue schema                            writes the published JSON Schema',
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { lang: { type: 'string' } },
});
const language = languageOr(values.lang ?? config.language);
const [room, verb, folder] = positionals;

if (room === 'catalogue' && verb === 'check')
  process.exitCode = catalogueCheck(folder ?? config.catalogueDir, language);
else if (room === 'catalogue' && verb === 'schema') process.exitCode = catalogueSchema(language);
else {
  console.error(usage[language]);
  process.exitCode = 2;
}
