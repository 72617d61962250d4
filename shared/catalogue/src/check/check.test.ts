import { describe, expect, it } from 'vitest';
import { everyType } from '../samples/every-type.ts';
import { check } from './check.ts';
import { at, changed, found, indexOf, set, type Data } from './spoilt.ts';

describe('a definition', () => {
  it('that makes sense has no problem', () => {
    expect(check(JSON.parse(JSON.stringify(everyType)))).toEqual({ ok: true, definition: everyType });
  });

  it.each<[string, (definition: Data) => void, string]>([
    ['a missing key', (d) => delete d.name, 'name: `name` is missing; add `name`'],
    [
      'a missing translation',
      (d) => delete d.name?.en,
      'name.en: `en` is missing; write the text in both languages',
    ],
    [
      'a mistyped key',
      (d) => set(d, { outcome: [] }),
      'outcome: there is no key `outcome` here; did you mean `outcomes`?',
    ],
    ['a wrong kind', (d) => set(d, { version: 'un' }), 'version: `version` must be a number'],
    ['a broken number', (d) => set(d, { version: 1.5 }), 'version: `version` must be a whole number'],
    [
      'an unknown word',
      (d) => set(d, { theme: 'municipale' }),
      'theme: `theme` must be one of: municipal, leisure, health, education, justice, taxation, democracy; did you mean `municipal`?',
    ],
    [
      'a bad key',
      (d) => set(d, { code: 'Été' }),
      'code: `code` must be made of lower-case letters, digits and single dashes, and start with a letter',
    ],
    [
      'an empty list',
      (d) => set(d, { outcomes: [] }),
      'outcomes: `outcomes` must have at least 1 item; add `outcomes`',
    ],
    [
      'a short list',
      (d) => set(at(d, 'facility'), { options: [] }),
      `questions.${indexOf('facility')}.options: \`options\` must have at least 2 items; add \`options\``,
    ],
  ])('with %s says which', (_, change, expected) => {
    expect(found(changed(change))).toEqual([expected]);
  });

  it('with an unknown type says which there are', () => {
    const problems = found(changed((d) => set(at(d, 'title'), { type: 'txt' })));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(
      /^questions\.5\.type: `type` must be one of: text, long-text, .*group.*; did you mean `text`\?$/,
    );
  });

  it.each<[string, unknown, string]>([
    [
      'no word of ours',
      { equals: { question: 'alcohol', value: true } },
      'when: a condition has one key, one of: is, in, gte, lte, answered, all, any, not',
    ],
    [
      'two words',
      { is: { question: 'alcohol', value: true }, not: { answered: { question: 'title' } } },
      'when: a condition has one key',
    ],
    ['a part missing', { is: { question: 'alcohol' } }, 'when.is.value: `value` is missing'],
    [
      'a part missing deep down',
      { all: [{ any: [{ answered: {} }] }] },
      'when.all.0.any.0.answered.question: `question` is missing',
    ],
    [
      'an unknown question',
      { is: { question: 'alchool', value: true } },
      'when.is.question: question `day`: the condition names `alchool`, which is no question; did you mean `alcohol`?',
    ],
    [
      'a later question',
      { not: { gte: { question: 'people', value: 3 } } },
      'when.not.gte.question: question `day`: the condition names `people`, which is asked later; move `people` before it',
    ],
    [
      'itself',
      { answered: { question: 'day' } },
      'when.answered.question: question `day`: the condition goes in a circle: day → day',
    ],
    [
      'a question in a group',
      { is: { question: 'first-aid', value: true } },
      'when.is.question: question `day`: the condition names `first-aid`, which is inside group `helpers`',
    ],
    [
      'a value that is no option',
      { is: { question: 'facility', value: 'pol' } },
      'when.is.value: `facility`: `pol` is not one of its options (arena, pool, field); did you mean `pool`?',
    ],
    [
      'one value of several',
      { in: { question: 'facility', values: ['pool', 'x'] } },
      'when.in.values.1: `facility`: `x` is not one of its options (arena, pool, field)',
    ],
    [
      'a text for a yes or no',
      { is: { question: 'alcohol', value: 'yes' } },
      'when.is.value: `alcohol`: the value must be true or false',
    ],
    [
      'an order on words',
      { gte: { question: 'title', value: 'x' } },
      'when.gte: `gte` does not go with `title`, of type `text`; use `answered`',
    ],
    [
      'a comparison of addresses',
      { is: { question: 'home', value: 'x' } },
      'when.is: `is` does not go with `home`, of type `address`; use `answered`',
    ],
    [
      'the answer of an information',
      { answered: { question: 'welcome' } },
      'when.answered: `welcome` is an information: it has no answer',
    ],
  ])('with a condition on %s says where', (_, when, expected) => {
    const problems = found(changed((d) => set(at(d, 'day'), { when })));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`questions.${indexOf('day')}.${expected}`);
  });

  it('with conditions that go round names the whole round', () => {
    const problems = found(
      changed((d) => {
        set(at(d, 'title'), { when: { answered: { question: 'people' } } });
        set(at(d, 'people'), { when: { answered: { question: 'title' } } });
      }),
    );
    expect(problems).toEqual([
      `questions.${indexOf('title')}.when.answered.question: question \`title\`: the condition goes in a circle: title → people → title; take out one of these conditions`,
    ]);
  });

  it.each([undefined, null, 3, 'x', [], {}])('that is %j is refused without a fault', (input) => {
    expect(found(input).length).toBeGreaterThan(0);
  });
});
