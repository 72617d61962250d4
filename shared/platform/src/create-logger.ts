import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino';
import { safeFields } from './safe-fields.ts';

/** Writes one JSON line per event. */
export type Logger = PinoLogger;

export interface LoggerOptions {
  readonly level?: string;
  /** Standard output unless told otherwise. */
  readonly destination?: DestinationStream;
  /** Called when standard output takes no more; later lines are dropped. */
  readonly onLost?: () => void;
}

/**
 * Makes a logger whose lines hold known-safe fields only.
 *
 * Guarantee: an unknown field is dropped; an error keeps its name, code and stack frames, never its message; a message
 * is a fixed text, so values given for its placeholders are dropped too.
 */
export function createLogger(
  name: string,
  { level = 'info', destination, onLost = () => {} }: LoggerOptions = {},
): Logger {
  const log = pino(
    {
      name,
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), bindings: safeFields, log: safeFields },
      serializers: { err: (value: unknown) => value },
      hooks: {
        logMethod(args, method) {
          method.apply(this, fixedText(args));
        },
      },
    },
    destination ?? openOutput(onLost),
  );
  return withSafeChildren(log);
}

/** Synchronous, since the library's other way tries a refused line for ever, without a turn of the event loop. */
function openOutput(onLost: () => void): DestinationStream {
  const output = pino.destination({ dest: 1, sync: true });
  let isLost = false;
  output.on('error', () => {
    isLost = true;
    onLost();
  });
  return { write: (line) => void (isLost || output.write(line)) };
}

/** Pino formats the fields of a child logger never: they are made safe on the way in, for its own children too. */
function withSafeChildren(log: Logger): Logger {
  const { child, setBindings } = log;
  return Object.assign(log, {
    child(this: Logger, fields: Record<string, unknown>) {
      return child.call(this, safeFields(fields));
    },
    setBindings(this: Logger, fields: Record<string, unknown>) {
      setBindings.call(this, safeFields(fields));
    },
  });
}

/** Pino takes an error's message as the line's text unless it is given one. */
function fixedText(args: readonly unknown[]): [object, string] {
  const [first, second] = args;
  if (typeof first === 'string') return [{}, first];
  const fields = first instanceof Error ? { err: first } : (first as object);
  return [fields, typeof second === 'string' ? second : ''];
}
