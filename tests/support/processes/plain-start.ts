import { join } from 'node:path';
import { startAndExit } from '@guichet/infra/embedded';

/** `npm start` with one door and one hand that do nothing, so that tests of starting and stopping are quick. */
const main = join(import.meta.dirname, 'plain.ts');
await startAndExit({ doors: [{ name: 'door', main }], hands: [{ name: 'hand', main }] });
