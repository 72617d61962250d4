import type { Readable, Writable } from 'node:stream';

/** A message between the mailroom and its child: what it says as JSON, and bytes that go with it. */
export interface Frame {
  head: unknown;
  body: Buffer;
}

/** Unit: bytes. No page and no file is larger; a child that says so is not believed. */
const headMax = 256 * 1024;
const bodyMax = 256 * 1024 * 1024;
const lengthsSize = 8;

/** Writes one frame. Shape: two lengths of four bytes, then the JSON, then the bytes. */
export function writeFrame(out: Writable, head: unknown, ...body: readonly Uint8Array[]): void {
  const said = Buffer.from(JSON.stringify(head));
  const lengths = Buffer.alloc(lengthsSize);
  lengths.writeUInt32BE(said.length, 0);
  lengths.writeUInt32BE(
    body.reduce((sum, part) => sum + part.length, 0),
    4,
  );
  out.write(Buffer.concat([lengths, said]));
  for (const part of body) if (part.length > 0) out.write(part);
}

/** Gives the frames of a stream one by one. Errors: throws on one that is too long or no JSON. */
export async function* readFrames(input: Readable): AsyncGenerator<Frame> {
  const held: Buffer[] = [];
  let size = 0;
  let wanted: { head: number; body: number } | undefined;
  for await (const chunk of input as AsyncIterable<Buffer>) {
    held.push(chunk);
    size += chunk.length;
    for (;;) {
      if (wanted === undefined && size >= lengthsSize) {
        const lengths = take(held, lengthsSize);
        size -= lengthsSize;
        wanted = { head: lengths.readUInt32BE(0), body: lengths.readUInt32BE(4) };
        if (wanted.head > headMax || wanted.body > bodyMax) throw new Error('a frame too long');
      }
      if (wanted === undefined || size < wanted.head + wanted.body) break;
      const head: unknown = JSON.parse(take(held, wanted.head).toString('utf8'));
      const body = take(held, wanted.body);
      size -= wanted.head + wanted.body;
      wanted = undefined;
      yield { head, body };
    }
  }
}

/** Takes bytes from the front of what is held, copying once. */
function take(held: Buffer[], length: number): Buffer {
  const parts: Buffer[] = [];
  let missing = length;
  while (missing > 0) {
    const first = held[0] ?? Buffer.alloc(0);
    if (first.length > missing) {
      parts.push(first.subarray(0, missing));
      held[0] = first.subarray(missing);
      break;
    }
    parts.push(first);
    held.shift();
    missing -= first.length;
  }
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts, length);
}
