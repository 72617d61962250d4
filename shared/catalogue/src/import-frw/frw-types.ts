import type { Bilingual } from '@guichet/kernel';
import { toCompleteMark } from '../to-complete.ts';
import type { FrwComponent, FrwQuestion } from './frw-component.ts';
import { frwOptions } from './frw-options.ts';
import { frwText } from './frw-texts.ts';
import { type Data, isData } from './read-frw.ts';
import { readValidations } from './read-validations.ts';

type Make = (component: FrwComponent) => FrwQuestion;

const plain = (type: FrwQuestion['type'], own: Data = {}): FrwQuestion => ({
  type,
  own,
  options: new Map(),
  notes: [],
});

/** Makes a question of plain text out of a type that the language lacks. */
const asText =
  (maxLength: number, fr: string, en: string, sensitive = false): Make =>
  (component) => ({
    ...plain('text', { maxLength }),
    ...(sensitive ? { sensitive } : {}),
    notes: [component.note('changed', fr, en)],
  });

const withValidations =
  (make: Make): Make =>
  (component) => {
    const made = make(component);
    const read = readValidations(component, made);
    return { ...read, notes: [...made.notes, ...read.notes] };
  };

const typed: Record<string, Make> = {
  text: withValidations(() => plain('text')),
  search: withValidations(() => plain('text')),
  textarea: withValidations(() => plain('long-text')),
  number: withValidations(() => plain('number')),
  range: withValidations(() => plain('number')),
  montant: withValidations(() => plain('money')),
  date: withValidations(() => plain('date')),
  tel: () => plain('phone'),
  email: () => plain('email'),
  courrielWorkflow: (component) => ({
    ...plain('email'),
    notes: [
      component.note(
        'changed',
        'le courriel est demandé; le rôle qu’il donne dans le workflow n’est pas repris',
        'the email is asked; the part it gives in the workflow is not carried over',
      ),
    ],
  }),
  adresse: () => plain('address'),
  codePostal: asText(
    7,
    'un code postal seul devient un texte : une question `address` le lit et le vérifie',
    'a postal code by itself becomes text: a question `address` reads and checks it',
  ),
  nas: () => ({
    ...plain('identifier', { pattern: '[0-9]{9}', check: 'luhn', example: '046454286', alphabet: 'digits' }),
    sensitive: true,
  }),
  nam: asText(
    14,
    'un numéro d’assurance maladie a des lettres, qui ne se composent pas au téléphone : il devient un texte, sans vérification',
    'a health insurance number has letters, which can’t be keyed by phone: it becomes text, unchecked',
    true,
  ),
  cp12: asText(
    14,
    'le numéro de dossier CP-12 devient un texte, sans vérification',
    'the CP-12 file number becomes text, unchecked',
    true,
  ),
  'datetime-local': asText(40, 'une date avec l’heure devient un texte', 'a date with a time becomes text'),
  time: asText(20, 'une heure devient un texte', 'a time becomes text'),
  month: asText(20, 'un mois devient un texte', 'a month becomes text'),
  week: asText(20, 'une semaine devient un texte', 'a week becomes text'),
  url: asText(500, 'une adresse Web devient un texte', 'a web address becomes text'),
  radio: choice,
  select: choice,
  listeDeroulante: choice,
  checkbox,
  file,
  customfile: file,
  customfileUlterieure: file,
  signature,
};

/** Makes the question that a component becomes; undefined when the language has none for its type. */
export function frwQuestion(component: FrwComponent): FrwQuestion | undefined {
  return Object.hasOwn(typed, component.type) ? typed[component.type]?.(component) : undefined;
}

/** Options that the language can't hold leave a text, so that the answer is still asked. */
function optionsOf(component: FrwComponent): Pick<FrwQuestion, 'own' | 'options' | 'notes'> | FrwQuestion {
  const read = frwOptions(component.data['options']);
  if (read?.yesNo)
    return {
      ...plain('yes-no'),
      options: new Map([
        ['true', true],
        ['false', false],
      ]),
    };
  const count = read?.options.length ?? 0;
  if (read === undefined || count < 2 || count > 60) {
    const [fr, en] =
      count > 60
        ? [`${count} choix, plus que 60 : devient un texte`, `${count} options, more than 60: becomes text`]
        : [
            'les choix viennent d’ailleurs ou il y en a moins de deux : devient un texte',
            'the options come from elsewhere or are fewer than two: becomes text',
          ];
    return { ...plain('text'), notes: [component.note('changed', fr, en, 'options')] };
  }
  const notes = read.untranslated
    ? [
        component.note(
          'to-complete',
          'des choix ne sont pas traduits',
          'some options are not translated',
          'options',
        ),
      ]
    : [];
  return { own: { options: read.options }, options: read.keys, notes };
}

function choice(component: FrwComponent): FrwQuestion {
  const read = optionsOf(component);
  return 'type' in read ? read : { type: 'choice', ...read };
}

function checkbox(component: FrwComponent): FrwQuestion {
  const { data, required } = component;
  const only = isData(data['options']) ? Object.entries(data['options']) : [];
  if (data['options'] === undefined || only.length === 1) {
    // A box by itself is something the person agrees to.
    const [value, label] = only[0] ?? ['true', data['label']];
    const statement = frwText(label)?.text ?? { fr: toCompleteMark.fr, en: toCompleteMark.en };
    return {
      ...plain('consent', { statement }),
      options: new Map([
        [value.toLowerCase(), true],
        ['true', true],
      ]),
    };
  }
  const read = optionsOf(component);
  if ('type' in read) return read;
  return { type: 'choices', ...read, own: { ...read.own, ...(required ? { min: 1 } : {}) } };
}

function file({ data, type }: FrwComponent): FrwQuestion {
  const label = frwText(data['nomDocument'])?.text;
  const { additionals } = data;
  const several = isData(additionals) && additionals['multiple'] === true;
  const named = label ?? frwText(data['label'])?.text ?? { fr: 'Document', en: 'Document' };
  const ask: { phone: Bilingual } = {
    phone: {
      fr: `${named.fr}. Vous pourrez poster le document ou l’apporter au comptoir, avec votre numéro de référence.`,
      en: `${named.en}. You can mail the document or bring it to the counter, with your reference number.`,
    },
  };
  const own = { ask, filesMax: several || type === 'customfileUlterieure' ? 5 : 1 };
  return { ...plain('file', own), ...(label ? { label } : {}) };
}

function signature(component: FrwComponent): FrwQuestion {
  const { additionals } = component.data;
  const said = frwText(isData(additionals) ? additionals['texte-consentement'] : undefined)?.text;
  const statement = said ?? {
    fr: 'J’ai pris connaissance de ce qui précède et je l’accepte.',
    en: 'I have read the above and I accept it.',
  };
  return {
    ...plain('consent', { statement }),
    options: new Map([['true', true]]),
    notes: [
      component.note(
        'changed',
        'une signature devient un consentement, donné de la même façon à chaque porte',
        'a signature becomes a consent, given the same way at each door',
      ),
    ],
  };
}
