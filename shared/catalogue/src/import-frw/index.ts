export { type FrwFate, type FrwNote, frwFates } from './frw-note.ts';
export { type FrwImport, importFrw } from './import-frw.ts';
export { frwKey } from './frw-key.ts';
export { frwBytesMax } from './read-frw.ts';
