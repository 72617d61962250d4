import { DeskError } from '@guichet/kernel';
import { expect, test } from 'vitest';
import { createLogger, type Logger } from './create-logger.ts';

const secret = 'Tremblay 514 555 0199';

function linesOf(write: (log: Logger) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(createLogger('test', { destination: { write: (line: string) => void lines.push(line) } }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('known fields pass', () => {
  const [line] = linesOf((log) => log.info({ event: 'case.open', caseId: 'c1', ms: 3 }, 'opened'));
  expect(line).toMatchObject({
    level: 'info',
    name: 'test',
    event: 'case.open',
    caseId: 'c1',
    ms: 3,
    msg: 'opened',
  });
});

const leaks: [string, (log: Logger) => void][] = [
  ['an unknown field', (log) => log.info({ email: secret, event: 'a' })],
  ['an object under a known field', (log) => log.info({ reason: { text: secret } })],
  ['a value for a placeholder', (log) => log.info('saved %s', secret)],
  ['a value for a placeholder after fields', (log) => log.info({ event: 'a' }, 'saved %s', secret)],
  ['a field of a child', (log) => log.child({ person: secret }).info({ event: 'a' })],
  ['a field of a child of a child', (log) => log.child({}).child({ person: secret }).info({ event: 'a' })],
  [
    'a field set later',
    (log) => {
      log.setBindings({ person: secret });
      log.info({ event: 'a' });
    },
  ],
  ['an error', (log) => log.error(new Error(secret))],
  ['an error under err', (log) => log.error({ err: new Error(secret) }, 'failed')],
  [
    'an error whose message looks like a stack',
    (log) => log.error({ err: new Error(`x\n    at ${secret}`) }),
  ],
  ['a cause', (log) => log.error({ err: new Error('x', { cause: new Error(secret) }) })],
  [
    'an operator detail',
    (log) => log.error({ err: new DeskError('conflict', 'already', { detail: secret }) }),
  ],
  ['a code that is a message', (log) => log.error({ err: Object.assign(new Error('x'), { code: secret }) })],
  ['a thrown text', (log) => log.error({ err: secret })],
];

test.each(leaks)('%s does not reach a line', (_, write) => {
  const lines = linesOf(write);
  expect(lines).toHaveLength(1);
  expect(JSON.stringify(lines)).not.toMatch(/Tremblay|0199/);
});

test('an error keeps its name, its code, its message key and where it was thrown', () => {
  const [line] = linesOf((log) =>
    log.error({ err: new DeskError('conflict', 'already', { detail: secret }) }),
  );
  expect(line?.err).toMatchObject({ name: 'DeskError', code: 'conflict', publicKey: 'already' });
  expect(JSON.stringify(line?.err)).toContain('create-logger.test.ts');
});
