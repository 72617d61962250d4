import { ConfigError } from '@guichet/platform';
import { migrationUrl } from './config.ts';
import { migrate } from './migrate.ts';

const say = ({ fr, en }: { fr: string; en: string }) => process.stdout.write(`${fr}\n${en}\n`);

try {
  const url = migrationUrl();
  if (url === undefined) {
    throw new ConfigError({
      fr: 'DATABASE_OWNER_URL (ou DATABASE_URL) manque.',
      en: 'DATABASE_OWNER_URL (or DATABASE_URL) is missing.',
    });
  }
  const count = await migrate(url, say);
  say({ fr: `Schéma à jour (${count} appliquée(s)).`, en: `Schema up to date (${count} applied).` });
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
