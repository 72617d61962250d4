import { DeskError, type DeskErrorCode, isDeskError } from '@guichet/kernel';
import { translateDatabaseError } from './translate-database-error.ts';

const statuses: Record<DeskErrorCode, number> = {
  'not-found': 404,
  'not-allowed': 403,
  conflict: 409,
  invalid: 422,
  'not-now': 503,
  gone: 410,
  'too-many': 429,
  broken: 500,
};

/** Refusals whose status says more than their code's. Source: RFC 9110 §15.5 */
const particular: Readonly<Record<string, number>> = {
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'method-not-allowed': 405,
  'access-key-refused': 401,
  'unreadable-json': 400,
  'unreadable-form': 400,
  'idempotency-key-missing': 400,
};

/** Unit: seconds. */
const waits: Partial<Record<DeskErrorCode, number>> = { 'not-now': 5, 'too-many': 30 };

/** What HTTP says of an error. */
export interface Refusal {
  error: DeskError;
  status: number;
  headers: Readonly<Record<string, string>>;
}

/** Turns any error into a refusal with its HTTP status. Guarantee: a fault that is not a refusal of ours is 500 and tells nothing. */
export function refusalOf(error: unknown): Refusal {
  const refused = isDeskError(error)
    ? error
    : (translateDatabaseError(error) ?? new DeskError('broken', 'fault', { cause: error }));
  const wait = waits[refused.code];
  return {
    error: refused,
    status: particular[refused.publicKey] ?? statuses[refused.code],
    headers: wait === undefined ? {} : { 'retry-after': String(wait) },
  };
}
