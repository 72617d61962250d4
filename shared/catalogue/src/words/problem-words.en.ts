import type { Problem } from '../compiled.ts';
import type { MemberQuestion, Question } from '../definition.ts';
import { problemFacts } from './problem-facts.ts';
import { nbsp, writeDate, writeTime } from './writing.ts';

const parts: Record<string, string> = {
  street: 'the number and street',
  unit: 'the apartment',
  municipality: 'the municipality',
  province: 'the province',
  postalCode: 'the postal code',
  country: 'the country',
  given: 'the first name',
  family: 'the last name',
  birthDate: 'the date of birth',
  day: 'the day',
  month: 'the month',
  year: 'the year',
  text: 'the description of the place',
  place: 'the place',
  time: 'the time',
};

/** Says a problem in English, in plain words that tell what to do. */
export function problemWordsEn(problem: Problem, question: Question | MemberQuestion | undefined): string {
  const { label, type, param, count, bound } = problemFacts(problem, question, 'en');
  const part = parts[param('missing')] ?? parts[param('member')];
  const of = param('member') in parts ? ` (${parts[param('member')]})` : '';
  switch (problem.code) {
    case 'required':
      return requiredEn(type, label);
    case 'unknown-question':
      return `Remove ${label}: this service does not ask that question.`;
    case 'not-asked':
      return `Remove the answer to ${label}: with your other answers, this question is not asked.`;
    case 'wrong-type':
      return wrongTypeEn(type, label, of);
    case 'bad-characters':
      return `Write ${label}${of} with letters, figures and punctuation only.`;
    case 'too-long':
      return `Write ${label}${of} in ${count('max')} ${count('max') === 1 ? 'character' : 'characters'} or fewer.`;
    case 'too-small':
      return `For ${label}, enter ${bound('min')} or more.`;
    case 'too-large':
      return `For ${label}, enter ${bound('max')} or less.`;
    case 'not-an-option':
      return type === 'yes-no' || type === 'consent'
        ? `Answer yes or no to ${label}.`
        : `Choose one of the answers offered for ${label}.`;
    case 'too-few':
      return type === 'group'
        ? `Add at least ${count('min')} ${count('min') === 1 ? 'entry' : 'entries'} to ${label}.`
        : `Choose at least ${count('min')} answers to ${label}.`;
    case 'too-many':
      if (type === 'file')
        return `For ${label}, attach at most ${count('max')} ${count('max') === 1 ? 'file' : 'files'}.`;
      return type === 'group'
        ? `Keep at most ${count('max')} entries in ${label}.`
        : `Choose at most ${count('max')} answers to ${label}.`;
    case 'bad-date':
      return param('missing') === ''
        ? `For ${label}${of}, enter a date that exists, for example March 12, 2026 or 12/03/2026 (day, month, year).`
        : `For ${label}, add ${part} of the date.`;
    case 'date-too-early':
      return count('days') === 0 && param('days') !== ''
        ? `For ${label}${of}, enter today’s date or a date in the future.`
        : `For ${label}${of}, enter a date on or after ${bound('min')}.`;
    case 'date-too-late':
      return count('days') === 0 && param('days') !== ''
        ? `For ${label}${of}, enter today’s date or a date in the past.`
        : `For ${label}${of}, enter a date on or before ${bound('max')}.`;
    case 'bad-number':
      if (type === 'money') return `For ${label}, enter an amount in dollars, for example $1,234.50.`;
      return count('decimals') === 0
        ? `For ${label}, enter a whole number in figures, for example 12.`
        : `For ${label}, enter a number in figures, for example 12.5, with at most ${count('decimals')} ${count('decimals') === 1 ? 'decimal' : 'decimals'}.`;
    case 'bad-phone':
      return param('reason') === 'extension'
        ? `For ${label}, enter the telephone number without the extension.`
        : `For ${label}, enter a telephone number with its area code, for example 418${nbsp}555-1234.`;
    case 'bad-email':
      return `For ${label}, enter an email address like name@example.ca.`;
    case 'bad-postal-code':
      return `For ${label}, enter a Canadian postal code, for example G1R${nbsp}4S9.`;
    case 'bad-identifier':
      return `For ${label}, enter the number as it is written, for example ${param('example')}.`;
    case 'bad-check-digit':
      return `Check each digit of ${label}: one of them does not agree with the others.`;
    case 'not-consented':
      return `To continue, you must agree to ${label}.`;
    case 'incomplete-address':
      return `For ${label}, add ${part ?? 'the parts that are missing'}.`;
    case 'incomplete-person':
      return `For ${label}, add ${part ?? 'the first name and the last name'}.`;
    case 'bad-rank':
      return `For ${label}, rank them from 1 to ${count('max')} without skipping a number.`;
    case 'rank-twice':
      return `For ${label}, use each rank only once.`;
    case 'incomplete-slot':
      return `For ${label}, add ${part ?? 'what is missing'}.`;
    case 'slot-closed':
      return `For ${label}, choose another day: it is closed on ${writeDate(param('day'), 'en')}.`;
    case 'slot-time':
      return `For ${label}, choose one of these times: ${param('times')
        .split(' ')
        .map((time) => writeTime(time, 'en'))
        .join(', ')}.`;
    case 'answered-before':
      return `The person given in ${label} has answered already: only one answer is allowed.`;
    case 'bad-place':
      return `For ${label}, describe the place in words or give a point on the map.`;
  }
}

function requiredEn(type: Question['type'] | undefined, label: string): string {
  switch (type) {
    case 'choice':
    case 'scale':
      return `Choose an answer to ${label}.`;
    case 'choices':
      return `Choose at least one answer to ${label}.`;
    case 'yes-no':
      return `Answer yes or no to ${label}.`;
    case 'consent':
      return `To continue, you must agree to ${label}.`;
    case 'file':
      return `Attach a file to ${label}, or say how you will get it to us.`;
    case 'group':
      return `Add at least one entry to ${label}.`;
    case 'date':
      return `Enter the date asked for in ${label}.`;
    default:
      return `Enter an answer to ${label}.`;
  }
}

function wrongTypeEn(type: Question['type'] | undefined, label: string, of: string): string {
  switch (type) {
    case 'number':
    case 'money':
      return `For ${label}, enter a number.`;
    case 'yes-no':
    case 'consent':
      return `Answer yes or no to ${label}.`;
    case 'choice':
    case 'choices':
      return `Choose one of the answers offered for ${label}.`;
    case 'file':
      return `For ${label}, attach a file or say how you will get it to us.`;
    case 'group':
      return `Give ${label} as a list of entries.`;
    case 'address':
      return `For ${label}${of}, enter the street, municipality, province and postal code.`;
    case 'person':
      return `For ${label}${of}, enter only what is asked about the person.`;
    default:
      return `For ${label}, enter text.`;
  }
}
