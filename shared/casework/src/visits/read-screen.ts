import { DeskError, type Language } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';
import { ticketOf } from './families.ts';
import { type ShownDraft, shownDraft } from './shown-answers.ts';
import type { ScreenAnswer } from './answer-screen.ts';
import type { ScreenCheckId } from './show-on-screen.ts';
import { staffIdOf } from './staff-at.ts';

/** What the screen before a person shows: nothing, their ticket, or their answers to check. */
export type Screen = { counter: string } & (
  | { kind: 'idle' }
  | { kind: 'visit'; ticket: string; language: Language; isChanging: boolean }
  | {
      kind: 'check';
      ticket: string;
      language: Language;
      id: ScreenCheckId;
      draft: ShownDraft;
      answer: ScreenAnswer | null;
    }
);

/**
 * Reads what the screen of a counter shows: the person's own answers, to that person.
 *
 * Guarantee: only while they are served there; nothing once the visit goes on or ends, and nothing while the answers change.
 * Errors: not-allowed
 */
export function readScreen(ctx: DeskContext): Promise<Screen> {
  const { actor } = ctx;
  if (actor.kind !== 'device' || actor.counterId === null) throw new DeskError('not-allowed', 'not-allowed');
  const { counterId } = actor;
  return readAs(ctx, 'screen.answer', async (sql) => {
    const [counter] = await sql<[{ name: string }?]>`select name from counter where id = ${counterId}`;
    const [row] = await sql<
      [
        {
          letter: string;
          number: number;
          language: Language;
          state: string;
          id: ScreenCheckId | null;
          form: string | null;
          shownHash: Buffer | null;
          answer: ScreenAnswer | null;
        }?,
      ]
    >`
      select v.letter, v.number, v.language, p.state, k.id, r.form, k.shown_hash, k.answer
      from visit_period p join visit v on v.id = p.visit_id
        left join screen_check k on k.visit_id = v.id and k.counter_id = p.counter_id and k.ended_at is null
        left join visit_request r on r.id = k.request_id
      where p.counter_id = ${counterId} and p.to_at is null and p.state in ('called', 'serving')`;
    const name = counter?.name ?? '';
    if (!row) return { kind: 'idle', counter: name };
    const ticket = ticketOf(row);
    const { language, id, form, shownHash, answer } = row;
    const visit = { kind: 'visit', counter: name, ticket, language, isChanging: false } as const;
    if (row.state !== 'serving' || !id || !form || !shownHash) return visit;
    const draft = await shownDraft(ctx, sql, form);
    if (!draft || draft.isSubmitted) return visit;
    if (!draft.hash.equals(shownHash)) return { ...visit, isChanging: true };
    return { kind: 'check', counter: name, ticket, language: draft.language, id, draft, answer };
  });
}

/** What the person said of the answers of a form, as the clerk sees it. */
export interface ScreenState {
  id: ScreenCheckId;
  /** False once the answers changed: then it says nothing of them. */
  isCurrent: boolean;
  /** True while it can still be answered at the clerk's own counter: the answers stand, and nothing was shown there since. */
  isOpen: boolean;
  answer: ScreenAnswer | null;
  how: 'screen' | 'oral' | null;
}

/** Reads what a person said of the answers of a form, if they were shown. */
export function findScreenState(ctx: DeskContext, form: string): Promise<ScreenState | undefined> {
  return readAs(ctx, 'counter.serve', async (sql) => {
    const [row] = await sql<
      [(Pick<ScreenState, 'id' | 'answer' | 'how'> & { shownHash: Buffer; isHere: boolean })?]
    >`
      select k.id, k.shown_hash, k.answer, k.answered_how as how, k.ended_at is null and exists (
          select 1 from counter_shift s where s.counter_id = k.counter_id and s.staff_id = ${staffIdOf(ctx)} and s.to_at is null) as is_here
      from screen_check k join visit_request r on r.id = k.request_id
      where r.form = ${form} order by k.shown_at desc, k.id desc limit 1`;
    if (!row) return undefined;
    const draft = await shownDraft(ctx, sql, form);
    const { shownHash, isHere, ...state } = row;
    const isCurrent = draft?.hash.equals(shownHash) ?? false;
    return { ...state, isCurrent, isOpen: isCurrent && isHere };
  });
}
