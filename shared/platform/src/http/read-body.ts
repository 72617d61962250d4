import { DeskError } from '@guichet/kernel';
import type { Context } from 'hono';

/**
 * Reads a body whole, and stops as soon as it is larger than allowed, whatever its headers say of it.
 *
 * Unit: bytes. Errors: invalid, `body-too-large`
 */
export async function readBody(c: Context, bytesMax: number): Promise<Buffer> {
  if (Number(c.req.header('content-length') ?? 0) > bytesMax) throw tooLarge(bytesMax);
  const body = c.req.raw.body;
  if (body === null) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.length;
    if (size > bytesMax) {
      await reader.cancel();
      throw tooLarge(bytesMax);
    }
    chunks.push(read.value);
  }
  return Buffer.concat(chunks);
}

/** Reads a body as text; the short road for one whose length is told, which the server holds it to. Unit: bytes. Errors: as `readBody` */
export async function readText(c: Context, bytesMax: number): Promise<string> {
  const told = c.req.header('content-length');
  if (told === undefined || c.req.header('transfer-encoding') !== undefined)
    return (await readBody(c, bytesMax)).toString('utf8');
  if (Number(told) > bytesMax) throw tooLarge(bytesMax);
  return c.req.text();
}

function tooLarge(bytesMax: number): DeskError {
  return new DeskError('invalid', 'body-too-large', {
    params: { megabytesMax: Math.max(1, Math.floor(bytesMax / 1024 ** 2)) },
  });
}
