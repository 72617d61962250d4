import type { Amounts } from '../computed.ts';
import type { MemberQuestion, Question } from '../definition.ts';
import { addressReader } from './address.ts';
import { isBlank } from './blank.ts';
import { choiceReader, choicesReader } from './choice.ts';
import { dateReader } from './date.ts';
import { emailReader } from './email.ts';
import { fileReader } from './file.ts';
import { groupReader, type Member } from './group.ts';
import { identifierReader } from './identifier.ts';
import { moneyReader } from './money.ts';
import { numberReader } from './number.ts';
import { bad, good, type Reader } from './parsed.ts';
import { readPending, recordable } from './pending.ts';
import { personReader } from './person.ts';
import { phoneReader } from './phone.ts';
import { placeReader } from './place.ts';
import { rankingReader } from './ranking.ts';
import { scaleReader } from './scale.ts';
import { slotReader } from './slot.ts';
import { textReader } from './text.ts';
import { consentReader, yesNoReader } from './yes-no.ts';

/**
 * Makes the reader of a question: no answer, then a recording where one is allowed, then what its type reads.
 *
 * Guarantee: an answer already stored is read as itself.
 */
export function readerOf(
  question: Question | MemberQuestion,
  members: readonly Member[] = [],
  amounts: Amounts = new Map(),
): Reader {
  const read = typeReader(question, members, amounts);
  const blank = whenBlank(question);
  const mayRecord = recordable.has(question.type);
  return (raw, options) => {
    if (isBlank(raw)) return blank(raw, options);
    if (mayRecord && options.allowPending) {
      const pending = readPending(raw);
      if (pending) return good(pending);
    }
    return read(raw, options);
  };
}

/** An optional consent left empty is a consent not given, so that an unticked box and a spoken no are one answer. */
function whenBlank(question: Question | MemberQuestion): Reader {
  const { key, required, type } = question;
  if (type === 'information') return () => good(undefined);
  if (type === 'consent') return () => (required ? bad(key, 'required') : good(false));
  if (question.type === 'group' && required && question.min === 0) {
    return (raw) => (Array.isArray(raw) ? good([]) : bad(key, 'required'));
  }
  return () => (required ? bad(key, 'required') : good(undefined));
}

function typeReader(
  question: Question | MemberQuestion,
  members: readonly Member[],
  amounts: Amounts,
): Reader {
  switch (question.type) {
    case 'text':
    case 'long-text':
      return textReader(question);
    case 'choice':
      return choiceReader(question);
    case 'choices':
      return choicesReader(question);
    case 'yes-no':
      return yesNoReader(question);
    case 'consent':
      return consentReader(question);
    case 'date':
      return dateReader(question);
    case 'number':
      return numberReader(question);
    case 'money':
      return moneyReader(question);
    case 'phone':
      return phoneReader(question);
    case 'email':
      return emailReader(question);
    case 'address':
      return addressReader(question);
    case 'place':
      return placeReader(question);
    case 'person':
      return personReader(question);
    case 'identifier':
      return identifierReader(question);
    case 'file':
      return fileReader(question);
    case 'group':
      return groupReader(question, members, amounts);
    case 'scale':
      return scaleReader(question);
    case 'ranking':
      return rankingReader(question);
    case 'slot':
      return slotReader(question);
    case 'information':
      return () => bad(question.key, 'not-asked');
  }
}
