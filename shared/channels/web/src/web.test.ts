import { type Answers, formValues, type Question } from '@guichet/catalogue';
import { anyAnswers } from '@guichet/tests/any-answers';
import { sampleAnswers } from '@guichet/tests/sample-answers';
import { sampleService as service } from '@guichet/tests/sample';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerQuestion, nextKey, placeOf, questionPage, summary } from './index.ts';

const today = '2026-11-23';
const none: ReadonlySet<string> = new Set();

function asked(key: string): Question {
  const question = service.question(key);
  if (!question) throw new Error(key);
  return question;
}

describe('nextKey', () => {
  it('walks every question that holds, once, whatever the answers', () => {
    fc.assert(
      fc.property(anyAnswers(service), (wanted) => {
        const answers: Answers = {};
        const skipped = new Set<string>();
        const seen: string[] = [];
        for (
          let key = nextKey(service, answers, skipped);
          key !== undefined;
          key = nextKey(service, answers, skipped, key)
        ) {
          expect(seen).not.toContain(key);
          seen.push(key);
          const value = wanted[key];
          if (value === undefined) skipped.add(key);
          else answers[key] = value;
          if (value === undefined && asked(key).required && asked(key).type !== 'information') return;
        }
        expect(seen).toEqual(service.visible(answers).map((question) => question.key));
      }),
      { numRuns: 50 },
    );
  });

  it('comes back to what a changed answer left open', () => {
    const skipped = new Set(['intro']);
    const { 'dog-name': _, ...answers } = sampleAnswers;
    expect(nextKey(service, answers, skipped, 'reply-email')).toBe('dog-name');
    expect(nextKey(service, sampleAnswers, skipped, 'dog')).toBeUndefined();
  });
});

describe('questionPage', () => {
  it('counts only the questions that hold', () => {
    expect(placeOf(service, sampleAnswers, 'dog-name')).toMatchObject({ previousKey: 'dog' });
    expect(
      questionPage(service, { ...sampleAnswers, dog: false }, 'dog-name', { language: 'fr', today }),
    ).toBeUndefined();
    expect(questionPage(service, sampleAnswers, 'unheard-of', { language: 'fr', today })).toBeUndefined();
  });

  it('asks an entry for a member only when its condition holds in that entry', () => {
    const page = questionPage(service, sampleAnswers, 'household', { language: 'fr', today });
    expect(page?.entries?.map((entry) => entry.map((member) => member.key))).toEqual([
      ['who', 'works', 'employer', 'likes', 'since'],
      ['who', 'works', 'likes', 'since'],
    ]);
  });
});

describe('answerQuestion', () => {
  const answers = sampleAnswers;
  const post = (key: string, form: Record<string, unknown>) =>
    answerQuestion(service, asked(key), form, { answers, today });

  it('reads an answer', () => {
    expect(post('weight', { weight: '12,5' })).toEqual({ kind: 'answered', value: 12.5 });
    expect(post('start', { 'start.day': '3', 'start.month': '5', 'start.year': '2027' })).toEqual({
      kind: 'answered',
      value: '2027-05-03',
    });
  });

  it('refuses a wrong one, and a missing one that is needed', () => {
    expect(post('start', { 'start.day': '31', 'start.month': '2', 'start.year': '2027' })).toMatchObject({
      kind: 'refused',
      problems: [{ path: 'start', code: 'bad-date' }],
    });
    expect(post('title', { title: '  ' })).toMatchObject({
      kind: 'refused',
      problems: [{ code: 'required' }],
    });
  });

  it('skips an optional question left empty, never one that is needed', () => {
    expect(post('budget', { budget: '' })).toEqual({ kind: 'skipped' });
    expect(post('budget', { budget: '12', _action: 'skip' })).toEqual({ kind: 'skipped' });
    expect(post('title', { _action: 'skip' })).toMatchObject({ kind: 'refused' });
    expect(post('intro', {})).toEqual({ kind: 'skipped' });
  });

  it('keeps a right answer when the person goes on later, and needs none', () => {
    expect(post('title', { title: 'Jardin', _action: 'save' })).toEqual({ kind: 'save', value: 'Jardin' });
    expect(post('title', { title: '', _action: 'save' })).toEqual({ kind: 'save' });
  });

  const typed = {
    ...formValues(asked('household'), answers['household'], 'fr'),
    '_asked.household.0': 'who works employer likes since',
  };

  it('adds and removes entries, keeping all that was typed', () => {
    const added = post('household', { ...typed, _action: 'add:household' });
    expect(added).toMatchObject({
      kind: 'again',
      values: { '_entries.household': '3', 'household.1.who.given': 'Ève' },
    });
    const removed = post('household', { ...typed, _action: 'remove:household:0' });
    expect(removed).toMatchObject({
      kind: 'again',
      values: { '_entries.household': '1', 'household.0.who.given': 'Ève' },
    });
    expect(JSON.stringify(removed)).not.toContain('household.1');
  });

  it('asks without reproach for a member that came to be asked, and with one when it was left empty', () => {
    const one = {
      '_entries.household': '1',
      'household.0.who.given': 'Luc',
      'household.0.who.family': 'Roy',
      'household.0.works': 'yes',
    };
    expect(post('household', { ...one, '_asked.household.0': 'who works likes since' })).toMatchObject({
      kind: 'again',
    });
    expect(
      post('household', { ...one, '_asked.household.0': 'who works employer likes since' }),
    ).toMatchObject({
      kind: 'refused',
      problems: [{ path: 'household.0.employer', code: 'required' }],
    });
  });

  it('drops what was typed under a member that no longer holds', () => {
    expect(post('household', { ...typed, 'household.0.works': 'no' })).toMatchObject({
      kind: 'answered',
      value: [{ works: false }, { works: false }],
    });
  });

  it('takes anything a form may hold without throwing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...service.questions),
        fc.dictionary(
          fc.constantFrom(
            '_action',
            '_entries.household',
            '__proto__',
            ...service.questions.map(({ key }) => key),
          ),
          fc.oneof(
            fc.string(),
            fc.array(fc.string()),
            fc.constantFrom('add:household', 'remove:household:99', '1e9', '-1'),
          ),
        ),
        (question, form) => {
          expect(answerQuestion(service, question, form, { answers, today })).toHaveProperty('kind');
          questionPage(service, answers, question.key, { language: 'fr', today, typed: form });
        },
      ),
    );
  });
});

describe('summary', () => {
  it('lists each question that holds, and hides what is sensitive until it is revealed', () => {
    const rows = summary(service, sampleAnswers, 'fr');
    expect(rows.map((row) => row.key)).toEqual(
      service.visible(sampleAnswers).flatMap(({ key, type }) => (type === 'information' ? [] : [key])),
    );
    expect(JSON.stringify(rows)).not.toContain('046');
    const revealed = summary(service, sampleAnswers, 'fr', new Set(['sin']));
    expect(revealed.find((row) => row.key === 'sin')?.lines?.join()).toContain('046');
  });

  it('says what is missing', () => {
    const { title: _, ...answers } = sampleAnswers;
    expect(
      summary(service, answers, 'fr')
        .filter((row) => row.missing)
        .map((row) => row.key),
    ).toEqual(['title']);
    expect(nextKey(service, answers, none)).toBe('intro');
  });
});
