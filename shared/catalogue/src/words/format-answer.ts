import type { Language } from '@guichet/kernel';
import {
  type AddressValue,
  type AnswerValue,
  isPending,
  type PendingValue,
  type PersonValue,
  type SlotValue,
} from '../answers.ts';
import type { MemberQuestion, Question } from '../definition.ts';
import { isAddress, isEntries, isFile, isKeys, isPerson, isPlace, isSlot } from '../value-kinds.ts';
import { scaleLabel } from './scale-label.ts';
import { nbsp, writeDate, writeMoney, writeNumber, writePhone, writeTime } from './writing.ts';

const words = {
  fr: {
    apartment: 'app.',
    yes: 'Oui',
    no: 'Non',
    pending: '(enregistrement à transcrire)',
    consented: 'J’accepte',
    refused: 'Je n’accepte pas',
    post: 'À venir par la poste',
    counter: 'À venir au comptoir',
    files: (count: number) => (count === 1 ? '1 fichier' : `${count}${nbsp}fichiers`),
    born: (day: string) => `date de naissance${nbsp}: ${day}`,
    postalCode: (code: string) => `code postal${nbsp}: ${code}`,
    civic: (number: string) => `numéro${nbsp}: ${number}`,
    nobody: 'Aucune entrée',
    colon: `${nbsp}: `,
  },
  en: {
    apartment: 'apt.',
    yes: 'Yes',
    no: 'No',
    pending: '(recording to transcribe)',
    consented: 'I agree',
    refused: 'I do not agree',
    post: 'To come by mail',
    counter: 'To come at the counter',
    files: (count: number) => (count === 1 ? '1 file' : `${count} files`),
    born: (day: string) => `date of birth: ${day}`,
    postalCode: (code: string) => `postal code: ${code}`,
    civic: (number: string) => `number: ${number}`,
    nobody: 'No entries',
    colon: ': ',
  },
};

/** Writes an address on one line: `12, rue X, app. 4, Québec (QC) G1R 4S9`. */
function writeAddress(address: AddressValue, language: Language): string {
  const end = [address.province === '' ? '' : `(${address.province})`, address.postalCode.replace(' ', nbsp)]
    .filter(Boolean)
    .join(' ');
  const unit =
    address.unit === undefined
      ? []
      : [
          /^[\p{L}\d-]{1,6}$/u.test(address.unit)
            ? `${words[language].apartment} ${address.unit}`
            : address.unit,
        ];
  return [
    address.street,
    ...unit,
    `${address.municipality} ${end}`.trim(),
    ...(address.country ? [address.country] : []),
  ].join(', ');
}

function writePerson(person: PersonValue, language: Language): string {
  const name = `${person.given} ${person.family}`;
  return person.birthDate === undefined
    ? name
    : `${name}, ${words[language].born(writeDate(person.birthDate, language))}`;
}

/** Writes what was keyed beside a recording, part by part. */
function writeKeyed({ keyed = {} }: PendingValue, language: Language): string[] {
  const say = words[language];
  const { birthDate, postalCode, civic } = keyed;
  return [
    ...(civic === undefined ? [] : [say.civic(civic)]),
    ...(postalCode === undefined ? [] : [say.postalCode(postalCode.replace(' ', nbsp))]),
    ...(birthDate === undefined ? [] : [say.born(writeDate(birthDate, language))]),
  ];
}

function writeSlot(question: Question | MemberQuestion, slot: SlotValue, language: Language): string {
  const place =
    question.type === 'slot' ? question.places.find((option) => option.key === slot.place) : undefined;
  const when = `${writeDate(slot.day, language)}, ${writeTime(slot.time, language)}`;
  return `${place?.label[language] ?? slot.place}, ${when}`;
}

/**
 * Writes a stored answer as a person reads it, in their language; the same words on every channel.
 *
 * Guarantee: never throws; a value that does not fit its question is written as plainly as it can be.
 */
export function formatAnswer(
  question: Question | MemberQuestion,
  value: AnswerValue | undefined,
  language: Language,
): string {
  const say = words[language];
  if (value === undefined) return '';
  if (isPending(value)) return [say.pending, ...writeKeyed(value, language)].join(', ');
  if (typeof value === 'boolean') {
    if (question.type === 'consent') return value ? say.consented : say.refused;
    return value ? say.yes : say.no;
  }
  if (typeof value === 'number') return formatNumber(question, value, language);
  if (typeof value === 'string') return formatText(question, value, language);
  if (isEntries(value) && question.type === 'group') {
    const entries = value.map((entry, at) => {
      const parts = question.questions
        .filter((member) => entry[member.key] !== undefined)
        .map(
          (member) =>
            `${member.label[language]}${say.colon}${formatAnswer(member, entry[member.key], language)}`,
        );
      return `${at + 1}. ${parts.join('; ')}`;
    });
    return entries.length === 0 ? say.nobody : entries.join('\n');
  }
  if (isKeys(value) && question.type === 'ranking')
    return value.map((key, at) => `${at + 1}. ${optionLabel(question, key, language)}`).join(', ');
  if (isKeys(value)) return value.map((key) => optionLabel(question, key, language)).join(', ');
  if (isAddress(value)) return writeAddress(value, language);
  if (isPerson(value)) return writePerson(value, language);
  if (isSlot(value)) return writeSlot(question, value, language);
  if (isFile(value)) return 'later' in value ? say[value.later] : say.files(value.evidence.length);
  return isPlace(value) ? value.text : JSON.stringify(value);
}

function formatNumber(question: Question | MemberQuestion, value: number, language: Language): string {
  if (question.type === 'money') return writeMoney(value, language);
  if (question.type === 'scale') return scaleLabel(question, value, language);
  const figures = writeNumber(value, language);
  return question.type === 'number' && question.unit
    ? `${figures}${nbsp}${question.unit[language]}`
    : figures;
}

function formatText(question: Question | MemberQuestion, value: string, language: Language): string {
  if (question.type === 'date') return writeDate(value, language);
  if (question.type === 'phone') return writePhone(value);
  return question.type === 'choice' ? optionLabel(question, value, language) : value;
}

function optionLabel(question: Question | MemberQuestion, key: string, language: Language): string {
  if (question.type !== 'choice' && question.type !== 'choices' && question.type !== 'ranking') return key;
  return question.options.find((option) => option.key === key)?.label[language] ?? key;
}
