import {
  acceptSubmission,
  claimDueJobs,
  type DueJob,
  type LetterReading,
  listLetters,
  prepareAnswer,
  resumeDraft,
  settleAnswer,
} from '@guichet/casework';
import { type Id, newId } from '@guichet/kernel';
import { createLogger } from '@guichet/platform';
import { describe, expect, it } from 'vitest';
import { visit } from '../../../../tests/support/desk-visitor.ts';
import { paperAnswers } from '../../../../tests/support/paper/index.ts';
import { dogLetter, letterOf, receiveLetters } from '../../../../tests/support/scanned-letters.ts';
import { testPassword, useDesk } from '../../../../tests/support/test-desk.ts';
import { createApp } from '../app.tsx';

const desk = await useDesk();
const clerk = await desk.staff('commis', ['clerk'], ['voirie', 'animaux', 'greffe']);
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });
const visitor = visit(app);
await visitor.signIn('commis', testPassword);
const receive = (...letters: LetterReading[]) => receiveLetters({ ctx: desk.ctx, clerk }, letters);

const nobody = { outboxId: '', answerId: newId<'letter-answer'>() };
/** What is written to senders and is due. */
async function answersDue(): Promise<(typeof nobody)[]> {
  const due: DueJob[] = [];
  await claimDueJobs(desk.ctx, 50, async (jobs) => {
    due.push(...jobs.filter(({ job }) => job === 'correspondence.answer-letter'));
  });
  return due.map(({ id, ids }) => ({ outboxId: id, answerId: ids['answerId'] as Id<'letter-answer'> }));
}

describe('what a letter does not say', () => {
  it('is asked of who wrote it, by post with the number and code to go on; what was typed and the day it was posted stay', async () => {
    const [address = ''] = await receive(letterOf(dogLetter));
    await visitor.get(`${address}?service=permis-chien`);
    const checked = await visitor.send(address, { '_deposited-on': '2026-09-05' });
    expect(checked.html).toContain('Demander à la personne ce qui manque');
    const question = /<textarea[^>]*name="answer-words"[^>]*>([^<]*)</.exec(checked.html)?.[1] ?? '';
    expect(question).toMatch(/il nous manque.*:\s+•/);
    const told = await visitor.send(`${address}/question`, {
      'answer-way': 'letter',
      'answer-language': 'fr',
      'answer-name': 'François Gagné',
      'answer-address': '16, place du Marché\r\nSaint-Hyacinthe QC  J2S 4Z7',
      'answer-words': 'Il nous manque le nom du chien.',
    });
    expect(told.html).toContain('La question attend avec le courrier à envoyer.');
    const { outboxId, answerId } = (await answersDue())[0] ?? nobody;
    const said = (await prepareAnswer(desk.ctx, outboxId, answerId))?.words;
    // The person goes on at another door, and the case that they make there is proposed to whoever opens the letter.
    const [number = '', code = ''] = [
      /numéro de reprise[^\d]*([\d\s]{10,12})/,
      /Code de reprise, pour continuer par Internet[^\d]*(\d{6})/,
    ].map((pattern) => pattern.exec(said ?? '')?.[1]?.replace(/\s/g, ''));
    const resumed = await resumeDraft(desk.public('web'), { number, code });
    if (resumed.kind !== 'draft') throw new Error('not resumed');
    expect(resumed.draft).toMatchObject({ service: 'permis-chien', language: 'fr' });
    const accepted = await acceptSubmission(desk.public('web'), {
      service: 'permis-chien',
      channel: 'web',
      language: 'fr',
      idempotency: { scope: 'test', key: newId() },
      answers: { ...paperAnswers['permis-chien'], ...resumed.draft.content.answers },
      draftId: resumed.draft.id,
    });
    if (accepted.kind === 'incomplete') throw new Error(JSON.stringify(accepted.problems));
    const waiting = await visitor.get(`${address}?check`);
    expect(waiting.html).toContain(`name="reference" value="${accepted.case.reference}"`);
    expect(waiting.html).toContain('a été invitée le');
    expect(waiting.html).toContain('value="2026-09-05"');
    expect((await listLetters(clerk)).map(({ id }) => `/mailroom/letters/${id}`)).toContain(address);
  });

  it('by e-mail the code is never sent', async () => {
    const [address = ''] = await receive(letterOf(dogLetter));
    await visitor.get(`${address}?service=permis-chien`);
    await visitor.send(address, { '_deposited-on': '2026-09-05' });
    await visitor.send(`${address}/question`, {
      'answer-way': 'email',
      'answer-language': 'fr',
      'answer-email': 'f.gagne@exemple.ca',
      'answer-words': 'Il nous manque le nom du chien.',
    });
    const { outboxId, answerId } = (await answersDue())[0] ?? nobody;
    const answer = await prepareAnswer(desk.ctx, outboxId, answerId);
    expect(answer?.to).toEqual({ way: 'email', email: 'f.gagne@exemple.ca' });
    expect(answer?.words).toMatch(/numéro de reprise/);
    expect(answer?.words).not.toMatch(/[Cc]ode/);
    // The worker died before it could say how sending ended: it is not sent again.
    expect(await prepareAnswer(desk.ctx, outboxId, answerId)).toBeUndefined();
    const [row] = await desk.ctx.sql.begin(async (sql) => {
      await sql`select set_config('guichet.actor_kind', 'system', true)`;
      return sql<{ fate: string }[]>`select fate from letter_answer where id = ${answerId}`;
    });
    expect(row?.fate).toBe('unsure');
  });

  it('one that the mail server put off is sent again, and once sent no more', async () => {
    const [address = ''] = await receive(letterOf(dogLetter));
    await visitor.get(address);
    await visitor.send(`${address}/set-aside`, {
      why: 'other-body',
      'answer-way': 'email',
      'answer-language': 'fr',
      'answer-email': 'f.gagne@exemple.ca',
      'answer-words': 'Bonjour, écrivez au ministère.',
    });
    const { outboxId, answerId } = (await answersDue())[0] ?? nobody;
    expect(await prepareAnswer(desk.ctx, outboxId, answerId)).toBeDefined();
    await settleAnswer(desk.ctx, outboxId, answerId, { kind: 'later', why: 'greylisted' });
    expect(await prepareAnswer(desk.ctx, outboxId, answerId)).toBeDefined();
    await settleAnswer(desk.ctx, outboxId, answerId, { kind: 'sent', providerId: 'x' });
    expect(await prepareAnswer(desk.ctx, outboxId, answerId)).toBeUndefined();
  });
});
