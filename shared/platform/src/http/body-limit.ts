import { DeskError } from '@guichet/kernel';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit as limit } from 'hono/body-limit';

/** Refuses a larger body before it is read whole. Unit: bytes. Errors: invalid, `body-too-large` (413) */
export function bodyLimit(bytesMax: number): MiddlewareHandler {
  return limit({
    maxSize: bytesMax,
    onError: () => {
      throw new DeskError('invalid', 'body-too-large', {
        params: { megabytesMax: Math.max(1, Math.floor(bytesMax / 1024 / 1024)) },
      });
    },
  });
}
