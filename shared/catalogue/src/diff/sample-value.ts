import type { AnswerValue } from '../answers.ts';
import type { MemberQuestion, Question } from '../definition.ts';
import { slotTimes } from '../slot-times.ts';

/** Gives a stored answer that a question could have, to see what another question makes of it; none for an information. */
export function sampleValue(question: Question | MemberQuestion, today: string): AnswerValue | undefined {
  switch (question.type) {
    case 'text':
    case 'long-text':
      return 'a';
    case 'choice':
      return question.options[0]?.key;
    case 'choices':
    case 'ranking':
      return question.options.slice(0, 1).map(({ key }) => key);
    case 'yes-no':
    case 'consent':
      return true;
    case 'date':
      return today;
    case 'number':
    case 'scale':
      return question.min ?? 1;
    case 'money':
      return question.minCents ?? 100;
    case 'phone':
      return '+14185551234';
    case 'email':
      return 'a@exemple.ca';
    case 'address':
      return { street: '1, rue A', municipality: 'Québec', province: 'QC', postalCode: 'G1R 4S9' };
    case 'place':
      return { text: 'a' };
    case 'person':
      return { given: 'A', family: 'B', ...(question.birthDate ? { birthDate: '1980-01-01' } : {}) };
    case 'identifier':
      return question.example;
    case 'file':
      return { later: question.later[0] ?? 'post' };
    case 'slot':
      return { place: question.places[0]?.key ?? '', day: today, time: slotTimes(question)[0] ?? '' };
    case 'group':
      return [];
    case 'information':
      return undefined;
  }
}
