import { day, FixedClock, type LetterId, minute, newId } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import { lettersRead, readForm } from '../../../../tests/support/doors/keyed-letters.ts';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { readCase } from '../cases/read-case.ts';
import type { DeskContext } from '../context.ts';
import { acceptSubmission } from '../intake/accept-submission.ts';
import { offerResume } from '../intake/offer-resume.ts';
import { saveDraft } from '../intake/save-draft.ts';
import { forgetKeys } from '../records/forget-keys.ts';
import { confirmLetter } from './confirm-letter.ts';
import { continueLetter } from './free/continue-letter.ts';
import { splitLetter } from './free/split-letter.ts';
import { joinLetter } from './join-letter.ts';
import { keyLetter } from './keying/key-letter.ts';
import type { LetterReading } from './letter-reading.ts';
import { readLetter } from './read-letter.ts';
import { setLetterAside } from './set-letter-aside.ts';

const clock = new FixedClock('2026-11-24T15:00:00Z');
const desk = await useDesk({ clock });
const clerk = await desk.staff('commis', ['clerk'], ['voirie']);

const pothole = {
  place: { text: '245, rue des Érables' },
  size: 'large',
  danger: false,
  photo: { later: 'post' as const },
  'reply-way': 'none',
};
const page = { bytes: async () => Buffer.from('a picture'), mediaType: 'image/jpeg', reasons: [] };
const form = (more: Partial<LetterReading> = {}): LetterReading => ({
  ...readForm('nid-de-poule', 1, pothole, []),
  ...more,
});
const free = (pages = 1, more: Partial<LetterReading> = {}): LetterReading => ({
  form: undefined,
  missingPages: [],
  answers: {},
  fields: [],
  pages: Array.from({ length: pages }, () => page),
  ...more,
});

const confirmed = (letterId: LetterId) => ({
  letterId,
  service: 'nid-de-poule',
  version: 1,
  language: 'fr' as const,
  answers: pothole,
  provenance: {},
  depositedOn: '2026-11-24',
});

async function one(reading: LetterReading): Promise<LetterId> {
  const [id] = await lettersRead(desk, [reading]);
  if (!id) throw new Error('no letter');
  return id;
}

async function made(letterId: LetterId, ctx: DeskContext = clerk) {
  const done = await confirmLetter(ctx, confirmed(letterId));
  if (done.kind === 'incomplete') throw new Error(JSON.stringify(done.problems));
  return done;
}

async function openCase(more: { key?: string; draftId?: Parameters<typeof offerResume>[1]['draftId'] } = {}) {
  const { key = newId(), draftId } = more;
  const answer = await acceptSubmission(desk.public('web'), {
    service: 'nid-de-poule',
    channel: 'web',
    language: 'fr',
    idempotency: { scope: 'web', key },
    answers: { ...pothole, size: 'small' },
    ...(draftId === undefined ? {} : { draftId }),
  });
  if (answer.kind === 'incomplete') throw new Error(JSON.stringify(answer.problems));
  return answer.case;
}

const cases = async () => {
  const [row] = await desk.ctx.sql<[{ count: number }]>`select count(*)::int as count from cases`;
  return row.count;
};

/** As a process that died after the case was made and before the letter was settled. */
const unsettle = (id: LetterId) => desk.ctx.sql`
  update letter set settled_at = null, settled_by = null, settled_as = null, case_id = null where id = ${id}`;

describe('a page put behind a form', () => {
  it('does not make the form an answer to the case that its slip names, which is only suggested', async () => {
    const { reference } = await openCase();
    const [id, slip] = await lettersRead(desk, [form(), free(1, { reference })]);
    if (!id || !slip) throw new Error('no letters');
    await continueLetter(clerk, slip);
    const letter = await readLetter(clerk, id);
    expect(letter.reference).toBeUndefined();
    expect(letter.suggestions?.references).toMatchObject([{ value: reference, spot: { page: 2 } }]);
    const done = await made(id);
    expect(done.kind).toBe('accepted');
    expect(done.case.reference).not.toBe(reference);
    const there = await readCase(clerk, { reference });
    expect(there.answers.find(({ question }) => question === 'size')?.value).toBe('small');
    expect(there.evidence).toEqual([]);
    const mine = await readCase(clerk, { reference: done.case.reference });
    expect(mine.evidence.map(({ kind }) => kind)).toEqual(['page', 'page']);
  });

  it('keeps the case that it names where the first letter is no form of ours', async () => {
    const { reference } = await openCase();
    const [id, slip] = await lettersRead(desk, [free(), free(1, { reference })]);
    if (!id || !slip) throw new Error('no letters');
    await continueLetter(clerk, slip);
    expect((await readLetter(clerk, id)).reference).toBe(reference);
  });
});

describe('a form printed from a draft', () => {
  const drafted = async () => {
    const draftId = await saveDraft(desk.public('web'), {
      service: 'nid-de-poule',
      version: 1,
      channel: 'web',
      language: 'fr',
      content: { answers: pothole, skipped: [] },
    });
    return { draftId, number: (await offerResume(desk.public('web'), { draftId })).number };
  };

  it('posted after the draft was sent joins its case, long after repeats are forgotten, and says so', async () => {
    const { draftId, number } = await drafted();
    const { reference } = await openCase({ key: draftId, draftId });
    clock.advance(8 * day);
    await forgetKeys(desk.ctx);
    const before = await cases();
    const id = await one(form({ draft: number }));
    expect(await made(id)).toMatchObject({ kind: 'already', joined: true, case: { reference } });
    expect(await made(id)).toMatchObject({ kind: 'already', joined: true, case: { reference } });
    expect(await cases()).toBe(before);
    const file = await readCase(clerk, { reference });
    expect(file.evidence.map(({ kind }) => kind)).toEqual(['page']);
    expect(file.answers.find(({ question }) => question === 'size')?.value).toBe('small');
    expect(file.history.filter(({ kind }) => kind === 'case.document-received')).toHaveLength(1);
  });

  it('and posted twice is one case, with the pages of both, whether the second comes at once or late', async () => {
    const { number } = await drafted();
    const before = await cases();
    const first = await made(await one(form({ draft: number })));
    expect(first).toMatchObject({ kind: 'accepted' });
    expect(first.joined).toBeUndefined();
    const { reference } = first.case;
    expect(await made(await one(form({ draft: number })))).toMatchObject({
      joined: true,
      case: { reference },
    });
    clock.advance(8 * day);
    await forgetKeys(desk.ctx);
    expect(await made(await one(form({ draft: number })))).toMatchObject({
      joined: true,
      case: { reference },
    });
    expect(await cases()).toBe(before + 1);
    expect((await readCase(clerk, { reference })).evidence).toHaveLength(3);
  });
});

describe('a settled letter', () => {
  it('that went behind another makes no case, by either door', async () => {
    const [id, second] = await lettersRead(desk, [form(), free()]);
    if (!id || !second) throw new Error('no letters');
    await continueLetter(clerk, second);
    const before = await cases();
    const refused = { code: 'conflict', publicKey: 'letter-settled' };
    await expect(confirmLetter(clerk, confirmed(second))).rejects.toMatchObject(refused);
    await expect(keyLetter(clerk, { ...confirmed(second), fields: [], share: 0 })).rejects.toMatchObject(
      refused,
    );
    expect(await cases()).toBe(before);
  });

  it('that joined a case makes no other; sent again after repeats are forgotten, neither does one that made its own', async () => {
    const { reference } = await openCase();
    const joined = await one(free());
    await joinLetter(clerk, { letterId: joined, reference });
    const own = await one(form());
    const mine = await made(own);
    const before = await cases();
    for (const age of [0, 8 * day]) {
      clock.advance(age);
      await forgetKeys(desk.ctx);
      expect(await made(joined)).toMatchObject({ kind: 'already', joined: true, case: { reference } });
      const again = await keyLetter(clerk, { ...confirmed(own), fields: [], share: 0 });
      expect(again).toMatchObject({ kind: 'already', case: { reference: mine.case.reference } });
      expect(again).not.toHaveProperty('joined');
    }
    expect(await cases()).toBe(before);
  });
});

describe('a letter being confirmed', () => {
  /** A clerk whose process dies before the case is made. */
  const dying: DeskContext = {
    ...clerk,
    catalogue: {
      ...clerk.catalogue,
      find: () => {
        throw new Error('gone');
      },
    },
  };
  const held = { code: 'conflict', publicKey: 'letter-being-confirmed' };

  it('is neither cut, put behind another, joined nor set aside; confirming it is never refused', async () => {
    const { reference } = await openCase();
    const [first, id, behind] = await lettersRead(desk, [free(), free(2), free()]);
    if (!first || !id || !behind) throw new Error('no letters');
    await expect(confirmLetter(dying, confirmed(id))).rejects.toThrow('gone');
    await expect(splitLetter(clerk, { letterId: id, page: 2 })).rejects.toMatchObject(held);
    await expect(continueLetter(clerk, id)).rejects.toMatchObject(held);
    await expect(continueLetter(clerk, behind)).rejects.toMatchObject(held);
    await expect(joinLetter(clerk, { letterId: id, reference })).rejects.toMatchObject(held);
    await expect(setLetterAside(clerk, id)).rejects.toMatchObject(held);
    const done = await made(id);
    expect(done.kind).toBe('accepted');
    expect((await readCase(clerk, { reference: done.case.reference })).evidence).toHaveLength(2);
  });

  it('whose confirmation broke off before a case was made can be cut a few minutes later', async () => {
    const id = await one(free(2));
    await expect(confirmLetter(dying, confirmed(id))).rejects.toThrow('gone');
    clock.advance(6 * minute);
    await splitLetter(clerk, { letterId: id, page: 2 });
    expect((await readLetter(clerk, id)).pages).toHaveLength(1);
  });

  it('whose confirmation broke off after that stays whole, and confirmed again takes every page, however late', async () => {
    const id = await one(free(2));
    const { reference } = (await made(id)).case;
    await unsettle(id);
    await desk.ctx.sql`update evidence set case_id = null where letter_id = ${id} and page = 2`;
    const before = await cases();
    clock.advance(8 * day);
    await forgetKeys(desk.ctx);
    await expect(splitLetter(clerk, { letterId: id, page: 2 })).rejects.toMatchObject(held);
    await expect(setLetterAside(clerk, id)).rejects.toMatchObject(held);
    expect(await made(id)).toMatchObject({ kind: 'already', case: { reference } });
    expect(await cases()).toBe(before);
    expect((await readCase(clerk, { reference })).evidence).toHaveLength(2);
    expect((await readLetter(clerk, id)).settledAs).toBe('case');
  });
});
