import { Console } from 'node:console';
import { provenLater, type ReadPage, readScan, smallPicture } from '@guichet/channels/mail/scan';
import { yieldToDoors } from '../yield-to-doors.ts';
import { readFrames, writeFrame } from './frames.ts';

// The program of the child: opens one file, gives its pages one by one as they are asked for, and holds nothing else.

/** After the doors and after the mailroom itself. */
const niceness = 19;

// What a library prints must not come between two frames.
globalThis.console = new Console(process.stderr);
yieldToDoors(niceness);

let pages: AsyncIterator<ReadPage> | undefined;

for await (const { head, body } of readFrames(process.stdin)) {
  const asked = head as { kind: 'open'; from: number } | { kind: 'next' };
  if (asked.kind === 'open') await open(body, asked.from);
  else await next();
}
process.exit(0);

async function open(bytes: Buffer, from: number): Promise<void> {
  const scan = await readScan(bytes, { sign: provenLater, from });
  if (scan.kind === 'refused') {
    writeFrame(process.stdout, { kind: 'refused', reason: scan.reason });
    return;
  }
  pages = scan.pages[Symbol.asyncIterator]();
  writeFrame(process.stdout, { kind: 'opened', pageCount: scan.pageCount });
}

async function next(): Promise<void> {
  const { value } = (await pages?.next()) ?? { value: undefined };
  if (value === undefined) {
    writeFrame(process.stdout, { kind: 'end' });
    return;
  }
  const { picture, ...facts } = value as ReadPage;
  const image = await picture();
  const small = image.length === 0 ? image : await smallPicture(image);
  writeFrame(process.stdout, { kind: 'page', page: facts, imageBytes: image.length }, image, small);
}
