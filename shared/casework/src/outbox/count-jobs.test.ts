import { FixedClock, hour, minute } from '@guichet/kernel';
import { expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { noteRecordedCall } from '../correspondence/note-recorded-call.ts';
import { countJobs } from './count-jobs.ts';

it('work that is not due yet is neither waiting nor late', async () => {
  const clock = new FixedClock('2026-11-23T15:00:00Z');
  const { ctx } = await useDesk({ clock });
  await noteRecordedCall(ctx, 'CA1');
  const none = { enqueued: 0, parked: 0, oldestSeconds: 0 };
  expect(await countJobs(ctx)).toEqual({ ...none, waiting: 0, later: 1 });
  clock.advance(2 * hour);
  expect(await countJobs(ctx)).toEqual({
    ...none,
    waiting: 1,
    later: 0,
    oldestSeconds: (2 * hour - 70 * minute) / 1000,
  });
});
