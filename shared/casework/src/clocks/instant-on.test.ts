import { expect, it } from 'vitest';
import { instantOn } from './instant-on.ts';

it('an hour of the desk is another instant in winter than in summer', () => {
  expect(instantOn('2026-11-25', 9).toISOString()).toBe('2026-11-25T14:00:00.000Z');
  expect(instantOn('2026-07-02', 13).toISOString()).toBe('2026-07-02T17:00:00.000Z');
});
