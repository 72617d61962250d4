import { Writable } from 'node:stream';
import type { DeskContext } from '@guichet/casework';
import { createLogger, openDatabase } from '@guichet/platform';
import { afterAll } from 'vitest';
import type { TestDesk } from '../../../tests/support/test-desk.ts';
import { createApp, type DoorDeps, type DoorFacts } from '../src/app.tsx';
import { checkReadiness } from '../src/check-readiness.ts';
import { paperFormPrinter } from '../src/print-paper-form.ts';

export const testFacts: DoorFacts = {
  publicUrl: 'https://guichet.example',
  organisation: { fr: 'Ville d’essai', en: 'Test City' },
  phone: '+14185550100',
  address: ['Ville d’essai', '1, rue de l’Hôtel-de-Ville', 'Québec (Québec)  G1R 4S9'],
  paper: 'letter',
};

/** Opens the public door for a test file, on a pool of the public's as the real one has, with its log kept in `lines`. */
export function openTestDoor({ ctx, database }: TestDesk, more: Partial<DoorDeps> = {}) {
  const sql = openDatabase({
    url: database.url,
    max: 6,
    name: 'intake',
    settings: { 'guichet.actor_kind': 'public' },
  });
  afterAll(() => sql.end({ timeout: 2 }));
  const desk: DeskContext = { ...ctx, sql, actor: { kind: 'public', channel: 'web' } };
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const app = createApp({
    ...testFacts,
    desk,
    log: createLogger('intake', { destination }),
    paperForm: paperFormPrinter(desk, testFacts),
    readiness: () => checkReadiness(more.desk ?? desk, undefined),
    ...more,
  });
  return { app, desk, lines };
}
