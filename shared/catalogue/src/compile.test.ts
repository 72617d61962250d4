import { describe, expect, it } from 'vitest';
import type { Answers } from './answers.ts';
import { compile } from './compile.ts';
import { questionTypes } from './definition.ts';
import { everyAnswer as stored, everyAnswerWritten as raw } from './samples/every-answer.ts';
import { everyType } from './samples/every-type.ts';

const service = compile(everyType);
const today = '2026-03-01';

const keys = (answers: Answers): string[] => service.visible(answers).map((question) => question.key);

describe('a whole set of answers', () => {
  it('covers every question type of the language', () => {
    expect(new Set(everyType.questions.map((question) => question.type))).toEqual(new Set(questionTypes));
  });

  it('is read into its stored values, whatever way people write them', () => {
    expect(service.parse(raw, { today })).toEqual({ ok: true, value: stored });
  });

  it('is read as itself when it is already stored', () => {
    expect(service.parse(stored, { today })).toEqual({ ok: true, value: stored });
  });

  it('tells each mistake once and at its place', () => {
    const result = service.parse(
      {
        ...raw,
        nothing: 1,
        constructor: 'x',
        people: 'beaucoup',
        helpers: [{ helper: { given: 'Jo' }, 'first-aid': 'peut-être', age: 3 }],
      },
      { today },
    );
    expect(result).toEqual({
      ok: false,
      problems: [
        { path: 'nothing', code: 'unknown-question' },
        { path: 'constructor', code: 'unknown-question' },
        { path: 'people', code: 'bad-number', params: { decimals: 0 } },
      ],
    });
    expect(
      service.parse(
        { ...raw, helpers: [null, { helper: { given: 'Jo' }, 'first-aid': 'peut-être', age: 3 }] },
        { today },
      ),
    ).toEqual({
      ok: false,
      problems: [
        { path: 'helpers.1.age', code: 'unknown-question' },
        { path: 'helpers.1.helper', code: 'incomplete-person', params: { missing: 'family' } },
        { path: 'helpers.1.first-aid', code: 'not-an-option' },
        { path: 'helpers.1.liquor-course', code: 'required' },
      ],
    });
  });

  it('refuses the answer of a question that is not asked, and a missing one that is', () => {
    const { rules: _, ...rest } = raw;
    expect(
      service.parse(
        {
          ...rest,
          alcohol: false,
          helpers: [{ helper: 'Roy, Jo', 'first-aid': false, 'liquor-course': true }],
        },
        { today },
      ),
    ).toEqual({
      ok: false,
      problems: [
        { path: 'permit', code: 'not-asked' },
        { path: 'helpers.0.liquor-course', code: 'not-asked' },
        { path: 'rules', code: 'required' },
      ],
    });
  });

  it('refuses a required consent that was denied', () => {
    expect(service.parse({ ...raw, rules: false }, { today })).toEqual({
      ok: false,
      problems: [{ path: 'rules', code: 'not-consented' }],
    });
  });

  it('never mistakes what an object inherits for an answer', () => {
    expect(
      service.visible(JSON.parse('{"__proto__": {"alcohol": true}}') as Answers).map(({ key }) => key),
    ).not.toContain('permit');
    expect(
      service.parse(JSON.parse('{"__proto__": {"alcohol": true}}') as Record<string, unknown>, { today }).ok,
    ).toBe(false);
  });
});

describe('what is asked', () => {
  it('follows the answers, and an answer no longer asked counts as none', () => {
    expect(keys({})).not.toContain('permit');
    expect(keys({ alcohol: true })).toContain('permit');
    expect(keys({ people: 99 })).not.toContain('helpers');
    expect(keys({ people: 100 })).toContain('helpers');
  });

  it('goes on to the next question until none is left', () => {
    const answers: Answers = {};
    const skipped = new Set<string>();
    const asked: string[] = [];
    for (let next = service.next(answers, skipped); next; next = service.next(answers, skipped)) {
      asked.push(next.key);
      const value = stored[next.key];
      if (value === undefined) skipped.add(next.key);
      else answers[next.key] = value;
      if (asked.length > 50) break;
    }
    expect(asked).toEqual(service.visible(stored).map((question) => question.key));
    expect(answers).toEqual(stored);
  });

  it('does not let a required question be skipped', () => {
    expect(service.next({}, new Set(['welcome', 'who']))?.key).toBe('who');
  });

  it('asks of an entry only what holds for it and for the answers outside', () => {
    const group = service.question('helpers');
    if (group?.type !== 'group') throw new Error('helpers is a group');
    const members = (entry: { 'first-aid'?: boolean }, answers: Answers): string[] =>
      service.visibleMembers(group, entry, answers).map((member) => member.key);
    expect(members({}, {})).toEqual(['helper', 'first-aid']);
    expect(members({ 'first-aid': true }, { alcohol: true })).toEqual([
      'helper',
      'first-aid',
      'first-aid-date',
      'liquor-course',
    ]);
  });

  it('drops what a changed answer makes moot, inside groups too', () => {
    const changed = service.prune({ ...stored, alcohol: false, stranger: 'x' });
    expect(changed).not.toHaveProperty('permit');
    expect(changed).not.toHaveProperty('stranger');
    expect(changed.helpers).toEqual([
      { helper: { given: 'Jo', family: 'Roy' }, 'first-aid': false },
      { helper: { given: 'Ève', family: 'Côté' }, 'first-aid': true, 'first-aid-date': '2024-02-01' },
    ]);
    expect(service.prune(stored)).toEqual(stored);
  });
});

describe('what follows from the answers', () => {
  it('gives the first fee whose condition holds', () => {
    expect(service.fee(stored)?.cents).toBe(15_000);
    expect(service.fee({ facility: 'field' })?.cents).toBe(0);
    expect(service.fee({ facility: 'field', alcohol: true })).toBeUndefined();
  });

  it('lists the proofs in one writing, without those of other people', () => {
    expect(service.proofs(stored)).toEqual([
      { kind: 'postal-code', value: 'G1R4S9' },
      { kind: 'phone', value: '+14185551234' },
      { kind: 'email', value: 'marie.tremblay@exemple.ca' },
    ]);
  });

  it('gives a group the highest sensitivity of its members', () => {
    expect(service.sensitivityOf.get('helpers')).toBe('personal');
    expect(service.sensitivityOf.get('permit')).toBe('sensitive');
    expect(service.sensitivityOf.get('title')).toBe('open');
  });

  it('has a hash that only the definition changes', () => {
    expect(compile(structuredClone(everyType)).hash).toBe(service.hash);
    expect(compile({ ...everyType, version: 2 }).hash).not.toBe(service.hash);
  });
});
