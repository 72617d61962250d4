import { ConfigError } from './config-error.ts';
import { createLogger, type Logger } from './create-logger.ts';

/** What a process is given to live and end by. */
export interface ProcessScope {
  readonly name: string;
  readonly log: Logger;
  /** Aborted when the process begins to close. */
  readonly signal: AbortSignal;
  /** Closes last what was opened first. */
  onClose(close: () => Promise<unknown> | unknown): void;
}

/** Sent over the IPC channel, where there is one, when a process does its work. */
export interface ReadyMessage {
  readonly ready: true;
  readonly name: string;
}

/** `stopped`: asked to, and closed. `failed`: a setting, the start, a fault or a lost output. `stuck`: closing took too long. */
export const exitCodes = { stopped: 0, failed: 1, stuck: 2 } as const;

/** Unit: milliseconds. */
const closingMax = 10_000;

/**
 * Runs a process from start to exit: tells its parent when it is ready, closes in reverse order when it must end.
 *
 * Guarantee: SIGTERM, SIGINT, the parent's end, a failed start, an unhandled rejection and an output that takes no more
 *   all close the same way, once.
 * With a parent on the IPC channel, Ctrl-C is the parent's to handle: the terminal sends it to the whole group.
 * Errors: none is thrown; the exit code says why (`exitCodes`).
 */
export async function runProcess(name: string, start: (scope: ProcessScope) => Promise<void>): Promise<void> {
  const log = createLogger(name, { onLost: () => loseOutput() });
  const closers: (() => Promise<unknown> | unknown)[] = [];
  const ending = new AbortController();

  const end = async (code: number, signal: string): Promise<void> => {
    if (ending.signal.aborted) return;
    ending.abort();
    const limit = setTimeout(() => {
      log.error({ event: 'process.stuck', signal });
      process.exit(exitCodes.stuck);
    }, closingMax);
    const failed = await closeInReverse(closers, log);
    clearTimeout(limit);
    log.info({ event: 'process.end', signal, code, failed });
    process.exit(code);
  };

  // Not logged as a fault is: that line would fail too, and be the next fault.
  const loseOutput = (): void => {
    if (!ending.signal.aborted) process.stderr.write(`${name}: process.output-lost\n`);
    void end(exitCodes.failed, 'output');
  };
  for (const output of [process.stdout, process.stderr]) output.on('error', loseOutput);
  process.on('SIGTERM', () => void end(exitCodes.stopped, 'SIGTERM'));
  process.on('SIGINT', () => {
    if (process.send === undefined) void end(exitCodes.stopped, 'SIGINT');
  });
  process.on('disconnect', () => void end(exitCodes.stopped, 'disconnect'));
  // A parent that ended while this process was loading is told of no more.
  if (process.send !== undefined && !process.connected) {
    await end(exitCodes.stopped, 'disconnect');
    return;
  }
  for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(fault, (error: unknown) => {
      log.fatal({ event: 'process.fault', err: error });
      void end(exitCodes.failed, fault);
    });
  }

  try {
    await start({ name, log, signal: ending.signal, onClose: (close) => closers.push(close) });
  } catch (error) {
    if (ending.signal.aborted) return;
    // Settings are told to a person, not to a log; they hold names only.
    if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
    log.fatal({ event: 'process.start-failed', err: error });
    await end(exitCodes.failed, 'start');
    return;
  }
  if (ending.signal.aborted) return;
  log.info({ event: 'process.ready' });
  process.send?.({ ready: true, name } satisfies ReadyMessage);
}

async function closeInReverse(closers: (() => Promise<unknown> | unknown)[], log: Logger): Promise<number> {
  let failed = 0;
  for (let close = closers.pop(); close !== undefined; close = closers.pop()) {
    try {
      await close();
    } catch (error) {
      failed += 1;
      log.error({ event: 'process.close-failed', err: error });
    }
  }
  return failed;
}
