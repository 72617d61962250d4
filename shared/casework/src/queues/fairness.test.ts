import { channels, day, FixedClock, hour, languages, minute, newId } from '@guichet/kernel';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { paperAnswers } from '../../../../tests/support/paper/index.ts';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import type { DeskContext } from '../context.ts';
import { acceptSubmission } from '../intake/accept-submission.ts';
import { type Abilities, everything } from '../supervision/staff/abilities.ts';
import { addStaff } from '../supervision/staff/add-staff.ts';
import { takeNext } from './take-next.ts';

const clock = new FixedClock('2026-11-23T15:00:00Z');
const desk = await useDesk({ clock });
const { adminSql } = desk.database;
const teams = ['voirie', 'animaux', 'greffe'];
/** Promised in 5, 5 and 10 worked days: the first asks for a skill, the second for the higher clearance. */
const services = ['nid-de-poule', 'permis-chien', 'changement-adresse'] as const;

/** One arrival: what is asked, how long the person's letter was under way, by which door, and how long until the next. */
const arrival = fc.record({
  service: fc.constantFrom(...services),
  lateHours: fc.constantFrom(0, 0, 5, 60),
  channel: fc.constantFrom(...channels),
  language: fc.constantFrom(...languages),
  nextHours: fc.constantFrom(1, 3, 12, 30),
});
type Arrival = typeof arrival extends fc.Arbitrary<infer T> ? T : never;
interface Waiting extends Arrival {
  id: string;
  dueAt: number;
  depositedAt: number;
}

/** The order of the promise, written down once more. */
const before = (a: Waiting, b: Waiting) =>
  a.dueAt - b.dueAt || a.depositedAt - b.depositedAt || (a.id < b.id ? -1 : 1);
const can = ({ service, language }: Waiting, { every, skills, languages: spoken, clearance }: Abilities) =>
  spoken.includes(language) &&
  (service !== 'permis-chien' || clearance === 'sensitive') &&
  (service !== 'nid-de-poule' || every || skills.includes('chaussee'));

async function open(one: Arrival, place = 0): Promise<Waiting> {
  const depositedAt = clock.now().getTime() - one.lateHours * hour - place * minute;
  const answer = await acceptSubmission(desk.public(one.channel), {
    service: one.service,
    channel: one.channel,
    language: one.language,
    depositedAt: new Date(depositedAt),
    idempotency: { scope: 'test', key: newId() },
    answers: { ...paperAnswers[one.service] },
  });
  if (answer.kind !== 'accepted') throw new Error(answer.kind);
  return { ...one, id: answer.case.id, dueAt: answer.case.dueAt.getTime(), depositedAt };
}

let hired = 0;
async function hire(abilities: Partial<Abilities>): Promise<{ ctx: DeskContext; abilities: Abilities }> {
  const all = { ...everything, capacity: 500, ...abilities };
  const signIn = `personne-${(hired += 1)}`;
  const facts = { signIn, name: signIn, password: 'x', language: 'fr', roles: ['agent'], teams } as const;
  const staffId = await addStaff(desk.ctx, { ...facts, abilities: all });
  return {
    ctx: { ...desk.door, actor: { kind: 'staff', staffId, roles: ['agent'], teams } },
    abilities: all,
  };
}
const everybody = await Promise.all([
  hire({}),
  hire({ languages: ['fr'], every: false, skills: ['chaussee', 'permis'] }),
  hire({ every: false, skills: ['permis'], clearance: 'personal' }),
]);
async function emptied() {
  await adminSql`delete from queue_entry`;
  await adminSql`update assignment set ended_at = now(), ended_why = 'closed' where ended_at is null`;
}

it('a queue fed for long gives each person the first promise they can keep, and leaves nobody behind who came before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(arrival, { minLength: 20, maxLength: 40 }), async (fed) => {
      await emptied();
      const waiting: Waiting[] = [];
      const taken = async ({ ctx, abilities }: (typeof everybody)[number]) => {
        const next = await takeNext(ctx);
        const able = waiting.filter((one) => can(one, abilities)).toSorted(before);
        expect(next.kind === 'taken' ? next.caseId : undefined).toBe(able[0]?.id);
        const [first, ...others] = able;
        if (!first) return;
        waiting.splice(waiting.indexOf(first), 1);
        // Nobody stands aside for who acted after the day they were promised: those before anyone are counted, and run out.
        for (const one of others) expect(first.depositedAt).toBeLessThan(one.dueAt);
      };
      for (const [step, one] of fed.entries()) {
        waiting.push(await open(one));
        clock.advance(one.nextHours * hour);
        // Two of three can't do everything: what they leave behind waits, and is overtaken by what they can do.
        await taken(everybody[step % everybody.length] ?? everybody[0]);
      }
      while (waiting.length > 0) await taken(everybody[0]);
    }),
    { numRuns: 6 },
  );
});

it('the door a request came by changes nothing of its turn', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(arrival, fc.constantFrom(...channels)), { minLength: 4, maxLength: 12 }),
      async (pairs) => {
        const turns = async (doors: Arrival[]) => {
          await emptied();
          const opened: string[] = [];
          for (const [place, one] of doors.entries()) opened.push((await open(one, place)).id);
          const order: number[] = [];
          for (;;) {
            const next = await takeNext(everybody[0].ctx);
            if (next.kind !== 'taken') return order;
            order.push(opened.indexOf(next.caseId));
          }
        };
        const first = await turns(pairs.map(([one]) => one));
        const other = await turns(pairs.map(([one, channel]) => ({ ...one, channel })));
        expect(other).toEqual(first);
        clock.advance(day);
      },
    ),
    { numRuns: 5 },
  );
});
