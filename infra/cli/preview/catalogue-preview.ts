import { watch } from 'node:fs';
import { createAdaptorServer } from '@hono/node-server';
import type { Language } from '@guichet/kernel';
import { previewApp } from './preview-app.ts';

const today = (): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Toronto' }).format(new Date());

/** Serves the preview of a folder of definitions on this machine, until Ctrl-C; open pages are drawn again on each save. */
export function cataloguePreview(dir: string, port: number, language: Language): number {
  const app = previewApp({
    dir,
    today,
    onSave(tell, signal) {
      // An editor writes a file in several steps: one word for all of them.
      let soon: NodeJS.Timeout | undefined;
      watch(dir, { recursive: true, signal }, () => {
        clearTimeout(soon);
        soon = setTimeout(tell, 150);
      });
    },
  });
  const server = createAdaptorServer({ fetch: app.fetch });
  server.once('error', (error: NodeJS.ErrnoException) => {
    const taken = error.code === 'EADDRINUSE';
    const why = taken
      ? { fr: `le port ${port} est déjà pris`, en: `port ${port} is taken already` }
      : { fr: error.message, en: error.message };
    console.error(why[language]);
    process.exitCode = 1;
  });
  server.listen(port, '127.0.0.1', () => {
    const where = `http://localhost:${port}/?lang=${language}`;
    console.log(language === 'fr' ? `Aperçu : ${where} (Ctrl-C arrête)` : `Preview: ${where} (Ctrl-C stops)`);
  });
  return 0;
}
