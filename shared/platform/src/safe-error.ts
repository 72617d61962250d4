import { isDeskError } from '@guichet/kernel';

/** What a log may keep of an error. */
export interface SafeError {
  name: string;
  code?: string;
  publicKey?: string;
  constraint?: string;
  frames?: string[];
  cause?: SafeError;
}

const causesMax = 3;
const framesMax = 12;

/**
 * Reduces an error to its name, codes and stack frames: messages may quote what a person wrote.
 *
 * Guarantee: no message and no value, of the error or of its causes.
 */
export function safeError(error: unknown, depth = 0): SafeError {
  if (!(error instanceof Error)) return { name: typeof error };
  const safe: SafeError = { name: error.name };
  if (isDeskError(error)) safe.publicKey = error.publicKey;
  const code = wordOf(error, 'code');
  if (code !== undefined) safe.code = code;
  const constraint = wordOf(error, 'constraint_name');
  if (constraint !== undefined) safe.constraint = constraint;
  const frames = framesOf(error);
  if (frames.length > 0) safe.frames = frames;
  if (error.cause !== undefined && depth < causesMax) safe.cause = safeError(error.cause, depth + 1);
  return safe;
}

/** A code is one short word; anything longer may be a message in disguise. */
function wordOf(error: Error, field: string): string | undefined {
  const value: unknown = Reflect.get(error, field);
  return typeof value === 'string' && /^[\w.-]{1,64}$/.test(value) ? value : undefined;
}

function framesOf(error: Error): string[] {
  const message = error.message;
  const stack = error.stack ?? '';
  // A message of several lines may hold a line that looks like a frame: only what follows it counts.
  const after =
    message !== '' && stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : stack;
  return after
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, framesMax);
}
