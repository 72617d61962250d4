import { type Logger, type Refusal, refusalOf } from '@guichet/platform';
import type { DeskRequest } from './desk-env.ts';

/** Gives what HTTP says of an error, and logs what is a fault of ours. */
export function logFault(log: Logger, error: unknown, c: DeskRequest): Refusal {
  const refusal = refusalOf(error);
  const { code, publicKey } = refusal.error;
  if (refusal.status >= 500)
    log.error({ event: 'http.failed', requestId: c.get('requestId'), code, publicKey, err: error });
  return refusal;
}
