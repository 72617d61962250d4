import { describe, expect, it } from 'vitest';
import { at, changed, type Data, set } from '../check/spoilt.ts';
import { compile } from '../compile.ts';
import { serviceDefinition } from '../definition.ts';
import { everyType } from '../samples/every-type.ts';
import { diffServices } from './diff-services.ts';

const before = compile(everyType);
const after = (change: (definition: Data) => void) => compile(serviceDefinition.parse(changed(change)));
const say = (fr: string, en: string) => ({ fr, en });
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** What a change of the sample is told as: in French, then in English. */
function told(change: (definition: Data) => void): string[] {
  const { changes } = diffServices(before, after(change));
  return changes.flatMap(({ theme, words }) => [`${theme}: ${plain(words.fr)}`, plain(words.en)]);
}

describe('what changes for a person', () => {
  it.each<[string, (definition: Data) => void, string[]]>([
    ['nothing', () => undefined, []],
    [
      'a question more',
      (d) =>
        d.questions?.splice(8, 0, {
          key: 'sound',
          type: 'yes-no',
          label: say('Du son?', 'Sound?'),
          required: false,
          when: { is: { question: 'facility', value: 'pool' } },
        } as unknown as Data),
      [
        'asked: Nouvelle question : « Du son? » (facultative, si « Plateau » est « Piscine »)',
        'New question: “Sound?” (optional, if “Facility” is “Pool”)',
      ],
    ],
    [
      'a question less',
      (d) =>
        void (d.questions = d.questions?.filter(({ key }) => String(key) !== 'story') as unknown as Data),
      ['asked: N’est plus demandé : « Description »', 'No longer asked: “Description”'],
    ],
    [
      'a question moved, and it alone',
      (d) => d.questions?.splice(1, 0, ...(d.questions.splice(5, 1) as Data[])),
      ['asked: « Nom de l’activité » vient plus tôt', '“Name of the activity” comes earlier'],
    ],
    [
      'a question reworded',
      (d) => set(at(d, 'title'), { label: say('Titre', 'Title') }),
      [
        'asked: « Titre » – question : « Nom de l’activité » devient « Titre »',
        '“Title” – question: “Name of the activity” becomes “Title”',
      ],
    ],
    [
      'one language alone',
      (d) => set(at(d, 'title'), { label: say('Nom de l’activité', 'Title') }),
      [
        'asked: « Nom de l’activité » – question (en anglais) : « Name of the activity » devient « Title »',
        '“Title” – question (in English): “Name of the activity” becomes “Title”',
      ],
    ],
    [
      'now required',
      (d) => set(at(d, 'story'), { required: true }),
      ['asked: « Description » devient obligatoire', '“Description” becomes required'],
    ],
    [
      'asked in another case',
      (d) => set(at(d, 'permit'), { when: { is: { question: 'facility', value: 'arena' } } }),
      [
        'asked: « Numéro du permis d’alcool » – quand elle est posée : de si « Servirez-vous de l’alcool? » est « Oui » à si « Plateau » est « Aréna »',
        '“Liquor permit number” – when it is asked: from if “Will you serve alcohol?” is “Yes” to if “Facility” is “Arena”',
      ],
    ],
    [
      'options',
      (d) =>
        set(at(d, 'extras'), {
          options: [
            { key: 'pool', label: say('Piscine', 'Pool') },
            { key: 'arena', label: say('Aréna', 'Arena') },
            { key: 'park', label: say('Parc', 'Park') },
          ],
        }),
      [
        'asked: « Autres plateaux » : nouveau choix « Parc »',
        '“Other facilities”: new option “Park”',
        'asked: « Autres plateaux » : le choix « Terrain de soccer » n’est plus offert',
        '“Other facilities”: option “Soccer field” is no longer offered',
        'asked: « Autres plateaux » : le choix « Aréna » vient plus tard',
        '“Other facilities”: option “Arena” comes later',
      ],
    ],
    [
      'limits',
      (d) => {
        set(at(d, 'title'), { maxLength: 20 });
        set(at(d, 'budget'), { maxCents: undefined });
        set(at(d, 'day'), { range: { daysMin: 0, daysMax: 30 } });
      },
      [
        'asked: « Nom de l’activité » – longueur maximale en caractères : de 40 à 20',
        '“Name of the activity” – longest length in characters: from 40 to 20',
        'asked: « Date » – au plus tard : de 365 jours après à 30 jours après',
        '“Date” – at the latest: from 365 days after to 30 days after',
        'asked: « Budget » – maximum : plus maintenant (avant, 100 000,00 $)',
        '“Budget” – maximum: no longer (before, $100,000.00)',
      ],
    ],
    [
      'keying from paper',
      (d) => set(at(d, 'call'), { keying: 'double' }),
      [
        'asked: « Téléphone » – saisie du papier : de simple à double',
        '“Telephone” – keying from paper: from single to double',
      ],
    ],
    [
      'sensitivity',
      (d) => set(at(d, 'call'), { sensitivity: 'sensitive' }),
      [
        'asked: « Téléphone » – protection : de personnelle à sensible',
        '“Telephone” – protection: from personal to sensitive',
      ],
    ],
    [
      'a channel closed',
      (d) => set(d, { channels: { phone: { except: say('Plan requis', 'Plan needed') } } }),
      ['offered: N’est plus offert : téléphone (Plan requis)', 'No longer offered: phone (Plan needed)'],
    ],
    [
      'clocks',
      (d) =>
        set(d.clocks as Data, {
          decide: { amount: 1, unit: 'business-days' },
          legal: { amount: 30, unit: 'calendar-days', source: say('Loi', 'Act') },
        }),
      [
        'promised: Décision : de 3 jours ouvrables à 1 jour ouvrable',
        'Decision: from 3 business days to 1 business day',
        'promised: Délai fixé par la loi : maintenant 30 jours',
        'Limit set by law: now 30 days',
      ],
    ],
    [
      'a fee',
      (d) => set(d.fee?.rules?.[1] as Data, { cents: 20_000 }),
      ['cost: « Location » : de 150,00 $ à 200,00 $', '“Rental”: from $150.00 to $200.00'],
    ],
    ['no fee', (d) => delete d.fee, ['cost: Le service devient gratuit', 'The service becomes free']],
    [
      'an outcome and how long it is kept',
      (d) => {
        set(d.outcomes?.[0]?.retention as Data, { years: 5 });
        d.outcomes?.push({
          ...(d.outcomes[0] as object),
          key: 'refused',
          label: say('Refusé', 'Refused'),
        } as unknown as Data);
      },
      [
        'decided: Nouvelle décision possible : « Refusé » (5 ans, puis détruit)',
        'New possible decision: “Refused” (5 years, then destroyed)',
        'decided: « Réservé » – conservation : de 1 an, puis détruit à 5 ans, puis détruit',
        '“Booked” – kept: from 1 year, then destroyed to 5 years, then destroyed',
      ],
    ],
    [
      'a body told',
      (d) =>
        set(d, {
          referrals: [
            {
              key: 'police',
              to: say('La police', 'The police'),
              why: say('Sécurité', 'Safety'),
              tell: ['day', 'facility'],
              source: say('Loi', 'Act'),
            },
          ],
        }),
      [
        'told: Nouvel organisme informé : « La police », de « Date » et « Plateau »',
        'New body told: “The police”, of “Date” and “Facility”',
      ],
    ],
    [
      'a member of a list',
      (d) => set(at(d, 'helpers').questions?.[1] as Data, { required: false }),
      [
        'asked: « Bénévoles » › « Secouriste? » devient facultative',
        '“Volunteers” › “First aider?” becomes optional',
      ],
    ],
  ])('tells of %s', (_, change, lines) => {
    expect(told(change)).toEqual(lines);
  });
});
