import type { AddressValue, QuestionOf } from '@guichet/catalogue';
import type { Input } from '../dialog/turn.ts';
import { keyedDigits } from '../grammar/keyed-digits.ts';
import { firstDifference, keyedPostalCode } from '../grammar/keyed-postal-code.ts';
import { postalHints, spokenPostalCode } from '../grammar/spoken-postal-code.ts';
import { spokenYesNo, yesNoHints } from '../grammar/spoken-yes-no.ts';
import { keptRecording } from './ask-recorded.ts';
import {
  type Asked,
  type Asker,
  type Asking,
  gather,
  missOf,
  speechIn,
  spokenLabel,
  surelySaid,
  type Taken,
} from './asker.ts';
import { choicesMax, menuPage } from './menu-page.ts';

type Address = Asking<QuestionOf<'address'>>;

/** Postal code by keys, or said and read back; civic number by keys; the street from the address file where there is one, else recorded. */
export const askAddress: Asker<QuestionOf<'address'>> = {
  ask(asking) {
    const { words, sub, misses } = asking;
    switch (sub.step) {
      case 'postal-letters':
        return askLetters(asking, sub.candidates);
      case 'civic':
        return { say: [words.postalCodeIs(spell(sub.postalCode)), words.civicKeys], listen: gather('many') };
      case 'whole-address': {
        const { street, municipality, postalCode } = sub.address;
        const said = `${street}, ${municipality}, ${spell(postalCode)}`;
        return { say: [words.wholeAddress(said)], listen: gather('one') };
      }
      case 'street': {
        const { items, more } = menuPage(streets(asking), sub.page);
        const said = items.map((street, index) =>
          words.option(street?.street ?? words.otherStreet, index + 1),
        );
        return { say: [words.streetAsk, ...said, ...(more ? [words.more] : [])], listen: gather('one') };
      }
      case 'unit':
        return { say: [words.unitKeys], listen: gather('many') };
      case 'rest-of-address': {
        const whole = sub.postalCode === undefined;
        const say = whole ? [spokenLabel(asking), words.recordAddress] : [words.recordStreet];
        return { say, listen: { kind: 'record', maxSeconds: 60 } };
      }
      default:
        return {
          say: [
            spokenLabel(asking),
            words.postalKeys,
            ...(asking.addresses === undefined ? [] : [words.postalThenCivic]),
            ...(misses >= 1 ? [words.postalExample, words.postalNone] : []),
          ],
          listen: gather('many', asking.speech ? postalHints[asking.language] : undefined),
        };
    }
  },
  take(asking, input) {
    const { sub } = asking;
    if (sub.step === 'rest-of-address') return takeRecording(asking, input);
    const speech = speechIn(asking, input);
    if (speech !== undefined)
      return takeSpeech(asking, speech.text, surelySaid(input) ?? '') ?? missOf(asking, input);
    if (input.kind !== 'keys') return missOf(asking, input);
    const digits = keyedDigits(input.digits);
    switch (sub.step) {
      case 'postal-letters':
        return takeLetter(asking, sub.candidates, digits);
      case 'civic':
        return takeCivic(asking, sub.postalCode, digits);
      case 'whole-address':
        return takeWhole(asking, sub, digits);
      case 'street':
        return takeStreet(asking, sub, digits);
      case 'unit': {
        if (!/^\d{1,6}$/.test(digits)) return missOf(asking, input);
        const unit = /^0+$/.test(digits) ? {} : { unit: digits };
        return { kind: 'value', raw: { ...sub.address, ...unit }, how: 'keyed', check: 'read-back' };
      }
      default: {
        if (digits === '9') return { kind: 'on', sub: { step: 'rest-of-address' } };
        return takeCodeAndCivic(asking, digits) ?? takeCode(asking, digits);
      }
    }
  },
};

/** The code is read back before it counts; a yes or a no to that may be said too, where it is surely heard. */
function takeSpeech(asking: Address, text: string, sure: string): Taken | undefined {
  const { sub, language } = asking;
  if (sub.step === 'postal-letters') {
    const [only, ...others] = sub.candidates;
    const right = only === undefined || others.length > 0 ? undefined : spokenYesNo(sure);
    return right === undefined ? undefined : takeLetter(asking, sub.candidates, right ? '1' : '2');
  }
  if (sub.step !== 'ask' && sub.step !== 'gate') return undefined;
  const code = spokenPostalCode(text, language);
  return code === undefined ? undefined : { kind: 'on', sub: { step: 'postal-letters', candidates: [code] } };
}

function takeCode(asking: Address, digits: string): Taken {
  const known = keyedPostalCode(digits, (code) => asking.addresses?.hasPostalCode(code) ?? true);
  // People move in from elsewhere and out to it: what the file does not know may be any code.
  return narrow(asking, known.length > 0 ? known : keyedPostalCode(digits), false);
}

/** The building's number may follow the code at once, where the address file knows one such address. */
function takeCodeAndCivic(asking: Address, digits: string): Taken | undefined {
  const [code, civic] = [digits.slice(0, 6), digits.slice(6)];
  const knows = (postalCode: string) => (asking.addresses?.find(postalCode, civic).length ?? 0) > 0;
  const [only, ...others] = civic === '' ? [] : keyedPostalCode(code, knows);
  return only === undefined || others.length > 0 ? undefined : takeCivic(asking, only, civic);
}

/** The only reading that the address file knows goes on without asking; it is heard with the next question, and in the address. */
function narrow({ words, addresses, misses }: Address, candidates: string[], chosen: boolean): Taken {
  const [only] = candidates;
  if (only === undefined) return { kind: 'miss', why: words.noSuchPostalCode };
  const sure = chosen || (addresses?.hasPostalCode(only) === true && misses === 0);
  if (candidates.length === 1 && sure) return { kind: 'on', sub: { step: 'civic', postalCode: only } };
  return { kind: 'on', sub: { step: 'postal-letters', candidates } };
}

/** Few candidates are read whole; many are told apart letter by letter. */
function askLetters({ words, speech, language }: Address, candidates: string[]): Asked {
  const difference = firstDifference(candidates);
  if (difference === undefined || candidates.length <= choicesMax - 1) {
    const said = candidates.map((code, index) => words.postalCodeOption(spell(code), index + 1));
    return {
      say: [...said, words.option(words.otherPostalCode, candidates.length + 1)],
      listen: gather('one', speech && candidates.length === 1 ? yesNoHints[language] : undefined),
    };
  }
  const said = difference.letters.map((letter, index) => words.postalLetter(letter, index + 1));
  return { say: [words.postalLetterAsk(difference.position), ...said], listen: gather('one') };
}

function takeLetter(asking: Address, candidates: string[], digits: string): Taken {
  const key = /^[1-5]$/.test(digits) ? Number(digits) : 0;
  const difference = firstDifference(candidates);
  if (difference === undefined || candidates.length <= choicesMax - 1) {
    const code = candidates[key - 1];
    if (code !== undefined) return narrow(asking, [code], true);
    if (key === candidates.length + 1) return { kind: 'on', sub: { step: 'ask' } };
    return { kind: 'miss', why: asking.words.notUnderstood };
  }
  const letter = difference.letters[key - 1];
  if (letter === undefined) return { kind: 'miss', why: asking.words.notUnderstood };
  return narrow(
    asking,
    candidates.filter((code) => code[difference.position] === letter),
    false,
  );
}

function takeCivic(asking: Address, postalCode: string, digits: string): Taken {
  if (!/^[1-9]\d{0,5}$/.test(digits)) return { kind: 'miss', why: asking.words.notUnderstood };
  const [first, ...others] = asking.addresses?.find(postalCode, digits) ?? [];
  if (first !== undefined && others.length === 0) {
    const address = { ...first, street: `${digits}, ${first.street}`, postalCode };
    return { kind: 'on', sub: { step: 'whole-address', address, civic: digits } };
  }
  if (first !== undefined) return { kind: 'on', sub: { step: 'street', postalCode, civic: digits, page: 0 } };
  return { kind: 'on', sub: { step: 'rest-of-address', postalCode, civic: digits } };
}

function takeWhole(asking: Address, { address, civic }: WholeSub, digits: string): Taken {
  const { postalCode } = address;
  switch (digits) {
    case '1':
      return { kind: 'value', raw: address, how: 'keyed', check: 'none' };
    case '2':
      return { kind: 'on', sub: { step: 'unit', address } };
    case '3':
      return { kind: 'on', sub: { step: 'rest-of-address', postalCode, civic } };
    default:
      return { kind: 'miss', why: asking.words.notUnderstood };
  }
}

type WholeSub = { address: AddressValue; civic: string };
type StreetSub = { step: 'street'; postalCode: string; civic: string; page: number };

/** The streets found, and last `undefined`: another one. */
function streets({ addresses, sub }: Address) {
  const found = sub.step === 'street' ? (addresses?.find(sub.postalCode, sub.civic) ?? []) : [];
  return [...found, undefined];
}

function takeStreet(asking: Address, sub: StreetSub, digits: string): Taken {
  const { items, page, more } = menuPage(streets(asking), sub.page);
  if (more && digits === '9') return { kind: 'on', sub: { ...sub, page: page + 1 } };
  const key = Number(digits);
  if (!(key >= 1 && key <= items.length)) return { kind: 'miss', why: asking.words.notUnderstood };
  const street = items[key - 1];
  const { postalCode, civic } = sub;
  if (street === undefined) return { kind: 'on', sub: { step: 'rest-of-address', postalCode, civic } };
  const address: AddressValue = {
    street: `${civic}, ${street.street}`,
    municipality: street.municipality,
    province: street.province,
    postalCode,
  };
  return { kind: 'on', sub: { step: 'unit', address } };
}

function takeRecording(asking: Address, input: Input): Taken {
  const recording = keptRecording(asking, input);
  if (recording === undefined) return missOf(asking, input);
  const { sub } = asking;
  const { postalCode, civic } = sub.step === 'rest-of-address' ? sub : {};
  const keyed = { ...(postalCode ? { postalCode } : {}), ...(civic ? { civic } : {}) };
  const value = { pending: 'transcription' as const, evidence: recording.evidence };
  return { kind: 'pending', value: postalCode ? { ...value, keyed } : value, recording };
}

function spell(code: string): string {
  return [...code.replace(' ', ',')].join(' ').replace(' ,', ',');
}
