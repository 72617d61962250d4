import {
  type AddressValue,
  type Answers,
  type AnswerValue,
  type CompiledService,
  type GroupEntry,
  type MemberQuestion,
  type PersonValue,
  type PlaceValue,
  type Question,
  type QuestionOf,
  type SlotValue,
  wording,
} from '@guichet/catalogue';
import { briefWordsOf, sayPhone, sayTime, wordsOf } from '@guichet/channels/phone';
import type { Language } from '@guichet/kernel';
import type { PhoneCall } from './call-line.ts';
import { keysOfPostalCode } from './keys-of-postal-code.ts';
import { keyOf, pickOption } from './pick-option.ts';

export interface Persona {
  service: CompiledService;
  /** Canonical answers; a question without one is passed. */
  answers: Answers;
  language?: Language;
  /** The day it is: who knows it leaves the year of a day that comes within a year. */
  today?: string;
}

const turnsMax = 200;

/**
 * Makes a whole request by keys and recordings alone, from the greeting to the reference, and gives the reference.
 *
 * Guarantee: the person decides from what is heard, never from the dialog's inner state.
 * Errors: throws when the line asks something it can't answer.
 */
export async function answerEverything(call: PhoneCall, persona: Persona): Promise<string> {
  const { service, language = 'fr' } = persona;
  const words = wordsOf(language);
  await call.press(language === 'fr' ? '1' : '2');
  const at: At = { question: undefined, entry: 0, passed: new Set() };
  for (let turn = 0; turn < turnsMax; turn += 1) {
    const reference = referenceIn(call.said);
    if (reference !== undefined) return reference;
    if (call.listening === 'ended') throw new Error(`the call ended: ${call.said}`);
    if (at.question === undefined && (call.said.includes(words.menu) || call.said.includes(words.firstMenu)))
      await pickService(call, service, language);
    else if (call.said.includes(words.summarySend) || call.said.includes(words.summaryMore))
      await call.press('1');
    else {
      follow(call, persona, language, at);
      await answer(call, at, persona);
    }
  }
  throw new Error('the call does not end');
}

/** The question the line is at, as far as the person can tell. */
interface At {
  question: Question | MemberQuestion | undefined;
  group?: Extract<Question, { type: 'group' }>;
  entry: number;
  /** Optional questions left without an answer. */
  passed: Set<string>;
}

function referenceIn(said: string): string | undefined {
  const found = /(?:numéro de référence est le|reference number is) : ?((?:\d[ ,]*){10})/.exec(
    said.replace(/is: /, 'is : '),
  );
  return found?.[1]?.replace(/\D/g, '');
}

/** Finds the question by the last of all labels heard; none heard means that the line is still at the one before. */
function follow(call: PhoneCall, { service, answers }: Persona, language: Language, at: At): void {
  let last = -1;
  const look = (question: Question | MemberQuestion, group?: At['group']) => {
    const label = wording(question, 'phone', language).label.replace(/[.?!:]$/, '');
    const position = call.said.lastIndexOf(label);
    // Two questions may have one label: the person is at the first until they have passed it.
    const before = at.question?.key ?? '';
    const unsettled = answers[before] !== undefined || (at.group === undefined && !at.passed.has(before));
    const twin = position === last && unsettled;
    if (position < last || position < 0 || twin) return;
    last = position;
    at.question = question;
    if (group) at.group = group;
    else delete at.group;
  };
  for (const question of service.visible(answers)) {
    if (question.type === 'information') continue;
    look(question);
    if (question.type === 'group') for (const member of question.questions) look(member, question);
  }
  const entry = /(?:numéro|number) (\d+)\.(?!.*(?:numéro|number) \d+\.)/s.exec(call.said)?.[1];
  if (entry !== undefined) at.entry = Number(entry) - 1;
}

async function answer(call: PhoneCall, at: At, { answers, language = 'fr', today }: Persona): Promise<void> {
  const words = wordsOf(language);
  const { question, group } = at;
  if (question === undefined) throw new Error(`no question is heard: ${call.said}`);
  if (/d'autres à ajouter|others to add|à nommer|any to name/.test(call.said))
    return askedForMore(call, at, answers);
  const entries = group ? (answers[group.key] as GroupEntry[] | undefined) : undefined;
  const value = group ? entries?.[at.entry]?.[question.key] : answers[question.key];
  if (value === undefined && !group) at.passed.add(question.key);
  if (call.said.includes(words.gate)) return call.press(value === undefined ? '8' : '1');
  if (/J'ai compris|I understood/.test(call.said)) return call.press('1');
  if (value === undefined) {
    if (!question.required) return call.press('8');
    throw new Error(`no answer for ${question.key}: ${call.said}`);
  }
  if (question.type === 'date') return call.press(`${keysOfDate(call, String(value), language, today)}#`);
  return give(call, question, value, language);
}

async function askedForMore(call: PhoneCall, at: At, answers: Answers): Promise<void> {
  const group = at.group ?? at.question;
  const wanted = group ? (answers[group.key] as GroupEntry[] | undefined) : undefined;
  const given = Number(/(?:numéro|number) (\d+)/.exec(call.said)?.[1] ?? 0);
  await call.press(given < (wanted?.length ?? 0) ? '1' : '2');
}

async function give(
  call: PhoneCall,
  question: Question | MemberQuestion,
  value: AnswerValue,
  language: Language,
): Promise<void> {
  switch (question.type) {
    case 'yes-no':
    case 'consent':
      return call.press(value === true ? '1' : '2');
    case 'choice': {
      const label = question.options.find(({ key }) => key === value)?.label[language] ?? '';
      return pickOption(call, label, language);
    }
    case 'choices': {
      const named = question.options.findLast(
        ({ label }) =>
          call.said.includes(`${label[language]} ?`) || call.said.includes(`${label[language]}?`),
      );
      const wanted = value as string[];
      const left = question.options.slice(named === undefined ? 0 : question.options.indexOf(named));
      if (!left.some(({ key }) => wanted.includes(key))) return call.press('9');
      return call.press(named !== undefined && wanted.includes(named.key) ? '1' : '2');
    }
    case 'file':
      return pickOption(
        call,
        wordsOf(language)[(value as { later: string }).later === 'post' ? 'filePost' : 'fileCounter'],
        language,
      );
    case 'scale':
      return call.press(call.listening === 'one-key' ? String(value) : `${zeros(String(value))}#`);
    case 'ranking':
      return giveRank(call, question, value as string[], language);
    case 'slot':
      return giveSlot(call, question, value as SlotValue, language);
    case 'number':
      return call.press(`${wholeOrFraction(call, String(value), language)}#`);
    case 'money':
      return call.press(`${dollarsOrCents(call, Number(value), language)}#`);
    case 'phone':
      return givePhone(call, String(value), language);
    case 'identifier':
      return call.listening === 'recording' ? call.record(String(value)) : call.press(`${String(value)}#`);
    case 'address':
      return giveAddress(call, value as AddressValue, language);
    case 'person': {
      const person = value as PersonValue;
      if (call.listening === 'recording') return call.record(`${person.given} ${person.family}`);
      return call.press(`${dayFirst(person.birthDate ?? '')}#`);
    }
    case 'place':
      return call.record((value as PlaceValue).text);
    default:
      return call.record(String(value));
  }
}

/** The rank asked for is heard; more choices may be heard without it. */
async function giveRank(
  call: PhoneCall,
  question: QuestionOf<'ranking'>,
  order: string[],
  language: Language,
): Promise<void> {
  const rank = order.findIndex((_, at) => call.said.includes(wordsOf(language).rankAsk(at + 1)));
  const label = question.options.find(({ key }) => key === order[rank])?.label[language];
  if (label === undefined) throw new Error(`no rank is asked for: ${call.said}`);
  await pickOption(call, label, language);
}

async function giveSlot(
  call: PhoneCall,
  question: QuestionOf<'slot'>,
  slot: SlotValue,
  language: Language,
): Promise<void> {
  if (call.listening === 'keys') return call.press(`${dayFirst(slot.day)}#`);
  const place = question.places.find(({ key }) => key === slot.place)?.label[language] ?? '';
  const which = call.said.includes(wordsOf(language).slotPlace) ? place : sayTime(slot.time, language);
  await pickOption(call, which, language);
}

async function givePhone(call: PhoneCall, phone: string, language: Language): Promise<void> {
  if (call.listening !== 'one-key') return call.press(`${phone.replace('+1', '')}#`);
  return call.press(call.said.includes(wordsOf(language).ownNumber(sayPhone(phone))) ? '1' : '2');
}

async function giveAddress(call: PhoneCall, address: AddressValue, language: Language): Promise<void> {
  const civic = /^\d+/.exec(address.street)?.[0] ?? '1';
  if (call.listening === 'recording') {
    const { street, unit, municipality, province, postalCode } = address;
    return call.record([street, unit, municipality, province, postalCode].filter(Boolean).join(', '));
  }
  const words = wordsOf(language);
  if (call.listening === 'keys') {
    if (call.said.includes(words.unitKeys)) return call.press(`${address.unit ?? '00'}#`);
    if (call.said.includes(words.postalThenCivic))
      return call.press(`${keysOfPostalCode(address.postalCode)}${civic}#`);
    return call.press(
      call.said.includes(words.civicKeys) ? `${civic}#` : `${keysOfPostalCode(address.postalCode)}#`,
    );
  }
  const found = words.wholeAddress(address.street).split(',', 1)[0] ?? '';
  if (call.said.includes(found)) return call.press(address.unit === undefined ? '1' : '2');
  if (call.said.includes(words.streetAsk)) return pickOption(call, words.otherStreet, language);
  return call.press(keyOfPostalCode(call.said, address.postalCode));
}

/** The key of the whole code when it is offered, else of its letter at the place asked for. */
function keyOfPostalCode(said: string, code: string): string {
  const spelled = [...code.replace(' ', ',')].join(' ').replace(' ,', ',');
  const whole = new RegExp(`${spelled}, (?:faites le|press) (\\d)`).exec(said)?.[1];
  if (whole !== undefined) return whole;
  const position = /première|first/.test(said) ? 0 : /deuxième|second/.test(said) ? 2 : 5;
  const letter = new RegExp(`(?:Pour|For) ${code[position]} [^.]*?(\\d)\\.`).exec(said)?.[1];
  if (letter === undefined) throw new Error(`${code} is not offered: ${said}`);
  return letter;
}

/** Presses the key of the service where it is named, else of its theme, else 9 for more. */
async function pickService(
  call: PhoneCall,
  { definition }: CompiledService,
  language: Language,
): Promise<void> {
  const words = wordsOf(language);
  const name = definition.name[language];
  if (keyOf(call, name, language) !== undefined || !call.said.includes(words.menu))
    return pickOption(call, name, language);
  const theme = words.themes([definition.theme]).toLowerCase();
  const offered = call.said.split(/(?<=[.?!]) /).find((sentence) => sentence.toLowerCase().includes(theme));
  await call.press(/(\d)\.$/.exec(offered ?? '')?.[1] ?? '9');
}

/** Eight keys, or four for a day to come where the line says that they are enough. */
function keysOfDate(call: PhoneCall, date: string, language: Language, today?: string): string {
  const keys = dayFirst(date);
  const isNear =
    today !== undefined && date >= today && Date.parse(date) - Date.parse(today) < 365 * 86_400_000;
  const isSaid = [wordsOf(language), briefWordsOf(language)].some(({ dateWithoutYear }) =>
    call.said.includes(dateWithoutYear),
  );
  return isNear && isSaid ? keys.slice(0, 4) : keys;
}

function dayFirst(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day}${month}${year}`;
}

/** A lone 0 is a person, so zero is keyed twice. */
function zeros(digits: string): string {
  return /^0$/.test(digits) ? '00' : digits;
}

function wholeOrFraction(call: PhoneCall, value: string, language: Language): string {
  const [whole = '0', fraction = '0'] = value.split('.');
  const isFraction = call.said.includes(wordsOf(language).fraction(0).slice(0, 24));
  return zeros(isFraction ? fraction : whole);
}

function dollarsOrCents(call: PhoneCall, cents: number, language: Language): string {
  const isCents = call.said.includes(wordsOf(language).cents);
  return isCents ? String(cents % 100).padStart(2, '0') : zeros(String(Math.floor(cents / 100)));
}
