import { safeError } from './safe-error.ts';

/** Fields that can't hold personal data: a new one is added here after thought. `path` and `url` are out on purpose. */
const known = new Set([
  'attempt',
  'batchId',
  'bytes',
  'caseId',
  'channel',
  'code',
  'constraint',
  'count',
  'deliveryId',
  'draftId',
  'event',
  'evidenceId',
  'failed',
  'job',
  'jobId',
  'jobQueue',
  'lang',
  'letterId',
  'method',
  'migration',
  'ms',
  'msg',
  'name',
  'outboxId',
  'pageId',
  'pages',
  'pid',
  'port',
  'provider',
  'publicKey',
  'queue',
  'reason',
  'replyId',
  'requestId',
  'route',
  'service',
  'signal',
  'staffId',
  'status',
  'taskId',
  'version',
  'waiting',
]);

const textMax = 200;

/**
 * Keeps the known-safe fields of a log line, plain values only, and reduces errors to what is safe of them.
 *
 * Guarantee: a field that is not listed here never reaches a log.
 */
export function safeFields(fields: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(fields)) {
    if (field === 'err' || field === 'error') kept.err = safeError(value);
    else if (known.has(field) && isPlain(value)) kept[field] = shorten(value);
  }
  return kept;
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function shorten(value: string | number | boolean): string | number | boolean {
  return typeof value === 'string' && value.length > textMax ? `${value.slice(0, textMax)}…` : value;
}
