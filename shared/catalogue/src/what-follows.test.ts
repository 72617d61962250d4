import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import type { CompiledService } from './compiled.ts';
import { serviceDefinition } from './definition.ts';
import { everyAnswer } from './samples/every-answer.ts';
import { everyType } from './samples/every-type.ts';

const say = { fr: 'F', en: 'E' };
const service = (more: object): CompiledService =>
  compile(serviceDefinition.parse({ ...everyType, ...more }));
/** A count of helpers, a price for each, and a sum that draws on an amount before it. */
const amounts = [
  { key: 'count', label: say, value: { count: 'helpers' } },
  { key: 'price', label: say, value: { product: [{ answer: 'count' }, 1500] }, writes: 'money' },
  { key: 'total', label: say, value: { sum: [{ answer: 'price' }, { answer: 'budget' }] }, writes: 'money' },
];

describe('amounts worked out from answers', () => {
  const withAmounts = service({ computed: amounts });

  it('draw on answers and on amounts before them, and are written in both languages', () => {
    expect(withAmounts.computed(everyAnswer)).toMatchObject([
      { key: 'count', value: 2, text: { fr: '2', en: '2' }, sensitivity: 'personal' },
      { key: 'price', value: 3000, text: { en: '$30.00' } },
      { key: 'total', value: 126_450, text: { en: '$1,264.50' } },
    ]);
  });

  it('are absent as long as nothing they come from is answered, and never stored', () => {
    expect(withAmounts.computed({ title: 'x' })).toEqual([]);
    expect(withAmounts.parse(everyAnswer, { today: '2026-03-01' })).toEqual({ ok: true, value: everyAnswer });
    expect(withAmounts.parse({ ...everyAnswer, count: 9 }, { today: '2026-03-01' })).toMatchObject({
      ok: false,
      problems: [{ path: 'count', code: 'unknown-question' }],
    });
  });

  it('decide what is asked, and count as no answer until then', () => {
    const gated = service({
      computed: amounts,
      questions: everyType.questions.map((question) =>
        question.key === 'rules' ? { ...question, when: { gte: { question: 'count', value: 2 } } } : question,
      ),
    });
    const asks = (answers: typeof everyAnswer) => gated.visible(answers).some(({ key }) => key === 'rules');
    const [one] = everyAnswer['helpers'] as [object];
    expect(asks(everyAnswer)).toBe(true);
    expect(asks({ ...everyAnswer, helpers: [one] } as typeof everyAnswer)).toBe(false);
    expect(asks({})).toBe(false);
    expect(gated.deciding.has('helpers')).toBe(true);
  });
});

describe('the fee', () => {
  const fee = (rules: object[], more: object = {}) =>
    service({ fee: { rules, payBy: ['counter'], ...more } });

  it('is the first rule that holds, worked out, never below nothing', () => {
    const graded = fee([
      { when: { is: { question: 'facility', value: 'pool' } }, cents: 0, label: say },
      { cents: { difference: [5000, { product: [{ count: 'helpers' }, 1000] }] }, label: say },
    ]);
    expect(graded.fee(everyAnswer)).toEqual({ cents: 3000, label: say });
    expect(graded.fee({ ...everyAnswer, facility: 'pool' })).toEqual({ cents: 0, label: say });
    expect(fee([{ cents: -1, label: say }]).fee(everyAnswer)?.cents).toBe(0);
  });

  it('is parted so that the parts make the whole, to the cent', () => {
    const parted = fee([{ cents: 10_000, label: say }], {
      instalments: { payments: 'people', everyDays: 30 },
    });
    const parts = (people: number) => parted.fee({ ...everyAnswer, people })?.instalments;
    expect(parts(3)).toEqual({ cents: [3334, 3333, 3333], everyDays: 30 });
    expect(parts(1)).toBeUndefined();
    for (const count of [2, 7, 36])
      expect(parts(count)?.cents.reduce((sum, cents) => sum + cents, 0)).toBe(10_000);
  });
});

describe('bodies told', () => {
  const referral = { key: 'school', to: say, why: say, tell: ['title', 'story'] };
  const told = (more: object, answers: object) =>
    service({ referrals: [{ ...referral, ...more }] })
      .referrals({ ...everyAnswer, ...answers })
      .map(({ agreed, tells }) => ({ agreed, tells: tells.map(({ key }) => key) }));

  it('are told only what was answered, and only under a consent that was given', () => {
    expect(told({ consent: 'newsletter' }, { newsletter: true })).toEqual([
      { agreed: true, tells: ['title'] },
    ]);
    expect(told({ consent: 'newsletter' }, { newsletter: false })).toMatchObject([{ agreed: false }]);
    expect(told({ source: say }, {})).toMatchObject([{ agreed: true }]);
  });

  it('are not named where their condition does not hold', () => {
    const when = { is: { question: 'alcohol', value: true } };
    expect(told({ source: say, when }, { alcohol: true })).toHaveLength(1);
    expect(told({ source: say, when }, { alcohol: false })).toEqual([]);
  });
});

describe('a mandate', () => {
  const roles = [
    { key: 'parent', label: say },
    { key: 'curator', label: say },
  ];
  const mandated = service({ who: { mandate: { roles, proof: say } } });

  it('asks first for whom, and by whom and as what only for another person', () => {
    const asked = (answers: object) =>
      mandated
        .visible(answers as never)
        .map(({ key }) => key)
        .filter((key) => key.startsWith('behalf-'));
    expect(mandated.questions[0]?.key).toBe('behalf-whose');
    expect(asked({ 'behalf-whose': 'myself' })).toEqual(['behalf-whose']);
    expect(asked({ 'behalf-whose': 'another' })).toEqual(['behalf-whose', 'behalf-name', 'behalf-role']);
  });
});
