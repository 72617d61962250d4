export { provenLater } from './page-code.ts';
export type { Refused } from './read/open-scan.ts';
export type { ReadPage } from './read/read-page.ts';
export { readScan } from './read/read-scan.ts';
export { smallPicture } from './read/small-picture.ts';
