import { DeskError } from '@guichet/kernel';
import type { Context } from 'hono';
import { readText } from './read-body.ts';

/**
 * Reads the JSON of a request.
 *
 * Unit: bytes. Errors: invalid — `unsupported-media-type` (415), `unreadable-json` (400), `body-too-large` (413)
 */
export async function readJson(c: Context, bytesMax: number): Promise<unknown> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
    throw new DeskError('invalid', 'unsupported-media-type');
  const text = await readText(c, bytesMax);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DeskError('invalid', 'unreadable-json', { cause });
  }
}

/** Reads the key by which a client knows one request from another. Errors: invalid, `idempotency-key-missing` (400) */
export function idempotencyKey(c: Context): string {
  const key = c.req.header('idempotency-key') ?? '';
  if (key.length < 16 || key.length > 255) throw new DeskError('invalid', 'idempotency-key-missing');
  return key;
}
