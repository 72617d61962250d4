import { describe, expect, it } from 'vitest';
import { everyType } from '../samples/every-type.ts';
import { check } from './check.ts';

type Data = { [key: string]: Data } & Data[] & (string | number | boolean | undefined);

/** The sound definition with one thing changed. */
const changed = (change: (definition: Data) => void): unknown => {
  const definition = JSON.parse(JSON.stringify(everyType)) as Data;
  change(definition);
  return definition;
};
const at = (definition: Data, key: string): Data => {
  const found = definition.questions?.find((question) => (question.key as unknown) === key);
  if (!found) throw new Error(`no question ${key}`);
  return found;
};
const indexOf = (key: string): number => everyType.questions.findIndex((question) => question.key === key);

const found = (input: unknown): string[] => {
  const result = check(input);
  if (result.ok) return [];
  return result.problems.map(({ path, message, suggestion }) => {
    const advice = suggestion === undefined ? '' : `; ${suggestion.en}`;
    if (message.fr === message.en) throw new Error(`said in one language only: ${message.en}`);
    return `${path.join('.')}: ${message.en}${advice}`;
  });
};

const set = (target: Data, values: object): void => {
  Object.assign(target, values);
};

describe('a definition', () => {
  it('that makes sense has no problem', () => {
    expect(check(JSON.parse(JSON.stringify(everyType)))).toEqual({ ok: true, definition: everyType });
  });

  it.each<[string, (definition: Data) => void, string]>([
    ['a missing key', (d) => delete d.name, 'name: `name` is missing'],
    ['a missing translation', (d) => delete d.name?.en, 'name.en: `en` is missing'],
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
    ['an empty list', (d) => set(d, { outcomes: [] }), 'outcomes: `outcomes` must be at least 1 items'],
    [
      'a short list',
      (d) => set(at(d, 'facility'), { options: [] }),
      `questions.${indexOf('facility')}.options: \`options\` must be at least 2 items`,
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
      `questions.${indexOf('title')}.when.answered.question: question \`title\`: the condition goes in a circle: title → people → title`,
    ]);
  });

  it.each<[string, (definition: Data) => void, string[]]>([
    [
      'a key twice',
      (d) => set(at(d, 'title'), { key: 'home' }),
      [`questions.${indexOf('title')}.key: question \`home\` exists already`],
    ],
    [
      'a member’s key twice',
      (d) => set(at(d, 'story'), { key: 'helper' }),
      [`questions.${indexOf('helpers')}.questions.0.key: question \`helper\` exists already`],
    ],
    [
      'a key of the reply block',
      (d) => set(at(d, 'story'), { key: 'reply-way' }),
      [
        `questions.${indexOf('story')}.key: key \`reply-way\` is kept for the questions about the reply; choose a key that does not start with \`reply-\``,
      ],
    ],
    [
      'an option twice',
      (d) => set(at(d, 'extras').options?.[1] as Data, { key: 'arena' }),
      [`questions.${indexOf('extras')}.options.1.key: question \`extras\`: option \`arena\` exists already`],
    ],
    [
      'personal data without a purpose',
      (d) => delete at(d, 'call').purpose,
      [
        `questions.${indexOf('call')}.sensitivity: question \`call\`: a \`personal\` question must say why it is asked; add \`purpose\``,
      ],
    ],
    [
      'personal data in the open',
      (d) => set(at(d, 'call'), { sensitivity: 'open' }),
      [
        `questions.${indexOf('call')}.type: question \`call\`: type \`phone\` always holds personal data; add \`sensitivity: personal\` and \`purpose\``,
      ],
    ],
    [
      'a file by phone',
      (d) => delete at(d, 'plan').ask,
      [
        `questions.${indexOf('plan')}.type: question \`plan\`: type \`file\` can’t be asked by phone; say why under \`channels.phone.except\` or give \`ask.phone\``,
      ],
    ],
    [
      'letters by phone',
      (d) => set(at(d, 'permit'), { alphabet: 'alphanumeric' }),
      [
        `questions.${indexOf('permit')}.type: question \`permit\`: an identifier with letters can’t be keyed by phone; say why under \`channels.phone.except\` or use \`alphabet: digits\``,
      ],
    ],
    [
      'less than zero by phone',
      (d) => set(at(d, 'people'), { min: -5 }),
      [
        `questions.${indexOf('people')}.type: question \`people\`: a number below zero can’t be keyed by phone; say why under \`channels.phone.except\` or raise the minimum`,
      ],
    ],
    [
      'a bad pattern',
      (d) => set(at(d, 'permit'), { pattern: '[0-9' }),
      [
        `questions.${indexOf('permit')}.pattern: question \`permit\`: \`pattern\` is not a regular expression`,
      ],
    ],
    [
      'a bad example',
      (d) => set(at(d, 'permit'), { example: '12345675' }),
      [
        `questions.${indexOf('permit')}.example: question \`permit\`: the example \`12345675\` would be refused by the question itself`,
      ],
    ],
    [
      'crossed bounds',
      (d) => set(at(d, 'people'), { min: 9, max: 5 }),
      [`questions.${indexOf('people')}.min: question \`people\`: the minimum (9) is above the maximum (5)`],
    ],
    [
      'crossed days',
      (d) => set(at(d, 'day'), { range: { daysMin: 9, daysMax: 5 } }),
      [
        `questions.${indexOf('day')}.range.daysMin: question \`day\`: the minimum (9) is above the maximum (5)`,
      ],
    ],
    [
      'more choices than options',
      (d) => set(at(d, 'extras'), { min: 4, max: 5 }),
      [`questions.${indexOf('extras')}.min: question \`extras\`: the minimum (4) is above the maximum (3)`],
    ],
    [
      'a reply to no question',
      (d) => set(d.reply as Data, { phone: 'cal' }),
      ['reply.phone: `reply.phone` names `cal`, which is no question; did you mean `call`?'],
    ],
    [
      'a reply to the wrong type',
      (d) => set(d.reply as Data, { name: 'call' }),
      ['reply.name: `reply.name` names `call`, of type `phone`; it must be `person` or `text`'],
    ],
    [
      'a late acknowledgement',
      (d) => set(d.clocks as Data, { acknowledge: { amount: 30, unit: 'calendar-days' } }),
      ['clocks.acknowledge: the acknowledgement is promised after the decision'],
    ],
    [
      'a norm beyond the law',
      (d) =>
        set(d.clocks as Data, {
          legal: { amount: 1, unit: 'calendar-days', source: { fr: 'Loi', en: 'Act' } },
        }),
      ['clocks.decide: the service norm is longer than the limit set by law'],
    ],
    [
      'proof of an anonymous person',
      (d) => set(d.who as Data, { anonymous: true, identity: 'identity-proven' }),
      ['who.anonymous: an anonymous service can’t require proof of identity'],
    ],
    [
      'a rule never reached',
      (d) =>
        set(d.fee as Data, {
          rules: [
            { cents: 1, label: { fr: 'a', en: 'b' } },
            { cents: 2, label: { fr: 'a', en: 'b' } },
          ],
        }),
      [
        'fee.rules.1: this rule is never used: the one before it always holds; put the rule without a condition last',
      ],
    ],
    [
      'a fee on no question',
      (d) => set((d.fee as Data).rules?.[0] as Data, { when: { answered: { question: 'zzzzzz' } } }),
      ['fee.rules.0.when.answered.question: the condition names `zzzzzz`, which is no question'],
    ],
    [
      'a blank that nothing fills',
      (d) => set(d.outcomes?.[0]?.words as Data, { en: 'Dear {name}' }),
      ['outcomes.0.words.en: nothing fills `{name}`; use `{reference}` or `{service}`'],
    ],
    [
      'no door',
      (d) =>
        set(d, {
          channels: Object.fromEntries(
            ['web', 'phone', 'mail', 'counter'].map((channel) => [channel, { except: { fr: 'a', en: 'b' } }]),
          ),
        }),
      ['channels: the service is offered nowhere'],
    ],
  ])('with %s says so', (_, change, expected) => {
    expect(found(changed(change))).toEqual(expected);
  });

  it('may leave the telephone out when it says why', () => {
    const input = changed((d) => {
      delete at(d, 'plan').ask;
      set(d, {
        channels: { phone: { except: { fr: 'Le plan est essentiel.', en: 'The plan is essential.' } } },
      });
    });
    expect(found(input)).toEqual([]);
  });

  it.each([undefined, null, 3, 'x', [], {}])('that is %j is refused without a fault', (input) => {
    expect(found(input).length).toBeGreaterThan(0);
  });
});
