import { expect, test } from 'vitest';
import { compactLine } from './compact-line.ts';

test.each([
  ['plain words', 'intake         plain words'],
  ['{broken', 'intake         {broken'],
  [
    '{"level":"info","time":"2026-11-24T10:11:12.000Z","pid":1,"name":"intake","event":"http.listening","port":3000,"msg":""}',
    'intake         10:11:12   http.listening port=3000',
  ],
  [
    '{"level":"error","time":"2026-11-24T10:11:12.000Z","event":"job.failed","err":{"name":"TypeError","frames":["at a (b.ts:1)","at c"]}}',
    'intake         10:11:12 ! job.failed TypeError at a (b.ts:1)',
  ],
])('%s', (line, shown) => {
  expect(compactLine('intake', line)).toBe(shown);
});
