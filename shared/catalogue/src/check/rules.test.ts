import { describe, expect, it } from 'vitest';
import { at, changed, found, indexOf, set, type Data } from './spoilt.ts';

const label = { fr: 'F', en: 'E' };
const roles = [
  { key: 'parent', label },
  { key: 'curator', label: { fr: 'Curateur', en: 'Curator' } },
];

describe('a definition', () => {
  it.each<[string, (definition: Data) => void, string[]]>([
    [
      'a key twice',
      (d) => set(at(d, 'title'), { key: 'home' }),
      [`questions.${indexOf('title')}.key: question \`home\` exists already; give it another key`],
    ],
    [
      'a member’s key twice',
      (d) => set(at(d, 'story'), { key: 'helper' }),
      [
        `questions.${indexOf('helpers')}.questions.0.key: question \`helper\` exists already; give it another key`,
      ],
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
      [
        `questions.${indexOf('extras')}.options.1.key: question \`extras\`: option \`arena\` exists already; give it another key`,
      ],
    ],
    [
      'two options that read alike in one language',
      (d) => set(at(d, 'extras').options?.[1]?.label as Data, { fr: ' aré\u00a0NA' }),
      [
        `questions.${indexOf('extras')}.options.1.label.fr: question \`extras\`: options \`arena\` and \`pool\` read alike (“ aré\u00a0NA”); say what tells them apart`,
      ],
    ],
    [
      'two roles of a mandate that read alike',
      (d) => set(d.who as Data, { mandate: { roles: [roles[0], { key: 'friend', label }], proof: label } }),
      ['fr', 'en'].map(
        (language) =>
          `who.mandate.roles.1.label.${language}: \`who.mandate\`: options \`parent\` and \`friend\` read alike (“${language === 'fr' ? 'F' : 'E'}”); say what tells them apart`,
      ),
    ],
    [
      'an identity to prove that every outcome takes',
      (d) => set(d.who as Data, { identity: 'identity-proven' }),
      [
        'outcomes: `who.identity` is `identity-proven`, and no outcome is possible without that proof; add `unproven: true` to the outcome to choose when the person does not prove who they are',
      ],
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
      'two persons to key what nobody keys',
      (d) => [set(at(d, 'plan'), { keying: 'double' }), set(at(d, 'helpers'), { keying: 'double' })],
      [
        `questions.${indexOf('plan')}.keying: question \`plan\`: nothing is keyed from paper for type \`file\`; take \`keying\` away`,
        `questions.${indexOf('helpers')}.keying: question \`helpers\`: nothing is keyed from paper for type \`group\`; put \`keying\` on the questions of the group`,
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
      [
        'fee.rules.0.when.answered.question: the condition names `zzzzzz`, which is no question; ask it before, or take out the condition',
      ],
    ],
    [
      'a blank that nothing fills',
      (d) => set(d.outcomes?.[0]?.words as Data, { en: 'Dear {name}' }),
      [
        'outcomes.0.words.en: nothing fills `{name}`; use `{reference}` or `{service}`, or `{reasons}` with `reasons: required`',
      ],
    ],
    [
      'an amount of what is no number',
      (d) => set(d, { computed: [{ key: 'sum', label, value: { answer: 'title' } }] }),
      [
        'computed.0.value.answer: the amount names `title`, of type `text`; it must be `number`, `money`, `scale`',
      ],
    ],
    [
      'an amount of one that comes later',
      (d) =>
        set(d, {
          computed: [
            { key: 'first', label, value: { answer: 'second' } },
            { key: 'second', label, value: 1 },
          ],
        }),
      [
        'computed.0.value.answer: the amount names `second`, which is neither a question nor an amount computed before',
      ],
    ],
    [
      'payments by no whole number',
      (d) => set(d.fee as Data, { instalments: { payments: 'length', everyDays: 30 } }),
      [
        'fee.instalments.payments: `payments` must name a whole `number` question, from `min: 1` to 36 at most',
      ],
    ],
    [
      'a body told without consent or law',
      (d) => set(d, { referrals: [{ key: 'school', to: label, why: label, tell: ['title'] }] }),
      [
        'referrals.0: `school`: nothing allows telling this information; name a `consent` question under `consent`, or the law under `source`',
      ],
    ],
    [
      'a body told what is not asked',
      (d) =>
        set(d, { referrals: [{ key: 'school', to: label, why: label, tell: ['titel'], source: label }] }),
      ['referrals.0.tell.0: `tell` names `titel`, which is no question; did you mean `title`?'],
    ],
    [
      'a consent that is none',
      (d) =>
        set(d, {
          referrals: [{ key: 'school', to: label, why: label, tell: ['title'], consent: 'alcohol' }],
        }),
      ['referrals.0.consent: `consent` must name a question of type `consent`, not `alcohol`'],
    ],
    [
      'a mandate nobody may have',
      (d) => set(d, { who: { onBehalf: false, mandate: { roles, proof: label } } }),
      ['who.mandate: a mandate is described, but `onBehalf` is false'],
    ],
    [
      'one answer a person known by nothing',
      (d) => set(d, { who: { once: 'write' } }),
      [
        'who.once: `once` must name a `phone`, `email` or `identifier` question that is always asked and required',
      ],
    ],
    [
      'hours in which nothing fits',
      (d) => set(at(d, 'visit'), { minutes: 720 }),
      expect.arrayContaining([expect.stringContaining('no slot of 720 minutes fits')]) as unknown as string[],
    ],
    [
      'more ranks than options',
      (d) => set(at(d, 'wishes'), { top: 9 }),
      expect.arrayContaining([expect.stringContaining('is above the maximum')]) as unknown as string[],
    ],
    [
      'no door',
      (d) =>
        set(d, {
          channels: Object.fromEntries(
            ['web', 'phone', 'mail', 'counter'].map((channel) => [channel, { except: { fr: 'a', en: 'b' } }]),
          ),
        }),
      ['channels: the service is offered nowhere; take out one exception at least'],
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
