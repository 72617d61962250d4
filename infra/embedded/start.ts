import { startAndExit } from './start-and-exit.ts';

/** `npm start`: all of Guichet on this machine, until Ctrl-C. */
await startAndExit();
