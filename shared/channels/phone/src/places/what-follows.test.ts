import { compile, type ServiceDefinition, serviceDefinition } from '@guichet/catalogue';
import { describe, expect, it } from 'vitest';
import { checkTwiml } from '../../../../../tests/support/call/twiml-check.ts';
import { everyType } from '../../samples/every-type.ts';
import { type Player, player } from '../../samples/play.ts';

const say = (fr: string, en: string) => ({ fr, en });
const purpose = say('But', 'Why');

/** A course paid in parts, told to two bodies: what is asked is short, what follows is not. */
const course = {
  ...everyType.definition,
  questions: [
    {
      key: 'people',
      type: 'number',
      label: say('Combien de personnes?', 'How many people?'),
      min: 1,
      max: 9,
    },
    { key: 'parts', type: 'number', label: say('En combien de fois?', 'In how many parts?'), min: 1, max: 3 },
    {
      key: 'illness',
      type: 'choice',
      label: say('Quelle est votre allergie?', 'What is your allergy?'),
      sensitivity: 'sensitive',
      purpose,
      options: [
        { key: 'none', label: say('Aucune', 'None') },
        { key: 'nuts', label: say('Noix', 'Nuts') },
      ],
    },
    {
      key: 'share',
      type: 'consent',
      label: say('Partage', 'Sharing'),
      statement: say('Le camp peut être informé.', 'The camp may be told.'),
      required: false,
    },
  ],
  computed: [
    {
      key: 'total',
      label: say('Total', 'Total'),
      writes: 'money',
      value: { product: [{ answer: 'people' }, 4050] },
    },
    {
      key: 'care',
      label: say('Soins', 'Care'),
      value: { choose: [{ when: { is: { question: 'illness', value: 'nuts' } }, value: 7 }] },
    },
  ],
  fee: {
    rules: [{ cents: { answer: 'total' }, label: say('Cours', 'Course') }],
    payBy: ['counter'],
    instalments: { payments: 'parts', everyDays: 30 },
  },
  referrals: [
    {
      key: 'camp',
      to: say('Le camp', 'The camp'),
      why: say('Pour vous accueillir.', 'To receive you.'),
      tell: ['people', 'illness'],
      consent: 'share',
    },
  ],
} as const;

const toSummary = (change: object = {}, consent = '1', language = '1'): Player =>
  player({
    services: [compile(serviceDefinition.parse({ ...course, ...change }) as ServiceDefinition)],
  }).play(language, '2', '2#', '3#', '2', consent, '9', '1');

describe('what follows from the answers', () => {
  it('is heard after the answers and before anything is sent: amounts, fee and parts, then who is told', () => {
    const call = toSummary();
    expect(call.said).toMatch(/Numéro 5\..*pour entendre la suite/);
    expect(call.play('1').said).toMatch(
      /Total : 81 dollars\..*Des frais de 81 dollars s'appliquent : Cours\. À payer en 3 versements, le premier de 27 dollars, un tous les 30 jours\./,
    );
    expect(call.play('1').said).toMatch(
      /Le camp\. Ce que nous lui dirons : Combien de personnes; Quelle est votre allergie\. Pour vous accueillir\..*Pour envoyer votre demande/,
    );
    expect(checkTwiml(call.twiml())).toEqual([]);
    expect(call.effects.filter(({ kind }) => kind === 'submit')).toEqual([]);
    call.play('1');
    expect(call.effects.filter(({ kind }) => kind === 'submit')).toHaveLength(1);
  });

  it('is heard in English', () => {
    const call = toSummary({}, '1', '2').play('1');
    expect(call.said).toMatch(
      /Total: 81 dollars\..*A fee of 81 dollars applies: Course\. To be paid in 3 instal/,
    );
    expect(call.play('1').said).toMatch(
      /The camp\. What we will tell: How many people; What is your allergy\./,
    );
  });

  it('never says a sensitive answer, nor an amount worked out from one', () => {
    const call = toSummary();
    const heard = [call.said, call.play('1').said, call.play('1').said].join(' ');
    expect(heard).toMatch(/Soins : c'est calculé, mais je ne le lis pas à voix haute/);
    expect(heard).not.toMatch(/Noix|Soins : 7/);
  });

  it('names no body that may not be told', () => {
    const call = toSummary({}, '2').play('1');
    expect(call.said).toMatch(/Pour envoyer votre demande/);
    expect(call.said).not.toMatch(/camp/);
  });

  it('says that nothing is due, and why, unless the reason would tell a sensitive answer', () => {
    const free = { cents: 0, label: say('Gratuit pour les petits groupes', 'Free for small groups') };
    const open = { ...free, when: { lte: { question: 'people', value: 2 } } };
    const fee = { payBy: ['counter'], rules: [open] };
    expect(toSummary({ fee }).play('1').said).toMatch(/rien à payer : Gratuit pour les petits groupes/);
    const health = { ...free, when: { is: { question: 'illness', value: 'nuts' } } };
    const said = toSummary({ fee: { ...fee, rules: [health] } }).play('1').said;
    expect(said).toMatch(/rien à payer\./);
    expect(said).not.toMatch(/Gratuit/);
  });

  it('can be corrected from its last part', () => {
    const call = toSummary().play('1', '1', '2', '1#', '1#');
    expect(call.said).toMatch(/Combien de personnes : 1\./);
    expect(call.play('1').said).toMatch(/Total : 40 dollars et 50 cents/);
  });
});

describe('someone who answered before', () => {
  it('is told that one answer is allowed, not that one is missing', () => {
    const problems = [{ path: 'people', code: 'answered-before' as const }];
    const call = toSummary().play('1', '1', '1', { kind: 'incomplete', problems });
    expect(call.said).toMatch(/une seule est permise/);
    expect(call.said).not.toMatch(/Il manque/);
  });
});
