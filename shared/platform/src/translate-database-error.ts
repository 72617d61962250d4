import { DeskError } from '@guichet/kernel';

const repeatable = new Set(['40001', '40P01', '55P03']);
/** What is written is no date, or one that no table holds. */
const notADate = new Set(['22007', '22008']);
const unavailable = new Set([
  '25006',
  '53300',
  '57014',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'CONNECT_TIMEOUT',
]);

/**
 * Turns what Postgres or its driver threw into a refusal, or gives undefined when it is a fault of ours.
 *
 * Shape: a broken unique rule is `conflict` 'already-exists' with the rule's name as detail; a date that can't be kept is
 * `invalid`; a lost race is `not-now` 'try-again'; a server that is away, full or too slow is `not-now` 'desk-unavailable'.
 */
export function translateDatabaseError(error: unknown): DeskError | undefined {
  const code = textOf(error, 'code');
  if (code === undefined) return undefined;
  if (code === '23505') {
    const detail = textOf(error, 'constraint_name') ?? 'unique';
    return new DeskError('conflict', 'already-exists', { detail, cause: error });
  }
  if (notADate.has(code)) return new DeskError('invalid', 'invalid', { detail: code, cause: error });
  if (repeatable.has(code)) return new DeskError('not-now', 'try-again', { detail: code, cause: error });
  if (isUnavailable(code))
    return new DeskError('not-now', 'desk-unavailable', { detail: code, cause: error });
  return undefined;
}

function isUnavailable(code: string): boolean {
  return unavailable.has(code) || /^(57P0|08)/.test(code) || code.startsWith('CONNECTION_');
}

function textOf(error: unknown, field: string): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const value: unknown = Reflect.get(error, field);
  return typeof value === 'string' ? value : undefined;
}
