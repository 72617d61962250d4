import { describe, expect, it } from 'vitest';
import { at, changed, found, indexOf, set, type Data } from './spoilt.ts';

describe('a definition', () => {
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
        `questions.${indexOf('story')}.key: keys that start with \`reply-\` are kept for Guichet: \`reply-way\`; choose a key that does not start with \`reply-\``,
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
});
