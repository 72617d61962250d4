import { acceptSubmission, as, takeNext } from '@guichet/casework';
import { describe, expect, it } from 'vitest';
import { paperAnswers } from '../../../../tests/support/paper/index.ts';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import type { SignedIn } from '../frame/desk-env.ts';
import { watchQueue } from './watch-queue.ts';

const desk = await useDesk();
const watch = watchQueue(desk.door);
const actorOf = async (name: string, roles: readonly ('agent' | 'privacy-officer')[], teams: string[]) =>
  (await desk.staff(name, roles, teams)).actor as SignedIn['actor'];
const agent = await actorOf('agente', ['agent'], ['voirie']);
const neighbour = await actorOf('voisin', ['agent'], ['greffe']);
const officer = await actorOf('responsable', ['privacy-officer'], []);

let count = 0;
async function open(): Promise<void> {
  count += 1;
  const acceptance = await acceptSubmission(desk.public('web'), {
    service: 'nid-de-poule',
    channel: 'web',
    language: 'fr',
    answers: { ...paperAnswers['nid-de-poule'] },
    idempotency: { scope: 'test', key: String(count) },
  });
  expect(acceptance.kind).toBe('accepted');
}

/** Unit: milliseconds. */
const within = (ms: number) => AbortSignal.timeout(ms);
const limit = 5_000;

describe('watching the queue', () => {
  it('tells at once how it is, then whenever a case comes or goes', async () => {
    const first = await watch.next(agent, '', within(limit));
    await open();
    const second = await watch.next(agent, first, within(limit));
    await takeNext(as(desk.door, agent));
    const third = await watch.next(agent, second, within(limit));
    expect(second).not.toBe(first);
    expect(third, 'as empty as it was').toBe(first);
  });

  it('tells another team nothing, and who answers for all teams everything', async () => {
    const [theirs, all] = [
      await watch.next(neighbour, '', within(limit)),
      await watch.next(officer, '', within(limit)),
    ];
    await open();
    expect(await watch.next(officer, all, within(limit))).not.toBe(all);
    expect(await watch.next(neighbour, theirs, within(600))).toBe(theirs);
  });

  it('ends a wait when its page is gone', async () => {
    const seen = await watch.next(agent, '', within(limit));
    const gone = new AbortController();
    const waiting = watch.next(agent, seen, gone.signal);
    gone.abort();
    expect(await waiting).toBe(seen);
  });
});
