import type { Language } from '@guichet/kernel';
import { type QuestionOf, weekdays } from '../definition.ts';
import { writeList, writeTime } from './writing.ts';

const names = {
  fr: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

/** Writes the hours of a slot question, a line for each: `lundi, mardi et jeudi, de 9 h à 16 h 30`. */
export function openingHours(question: QuestionOf<'slot'>, language: Language): string[] {
  return question.hours.map(({ days, from, to }) => {
    // The week starts on Monday on a notice, whatever the calendar says.
    const order = weekdays.map((_, at) => (at + 1) % 7);
    const open = order.filter((at) => days.some((day) => day === weekdays[at]));
    const said = writeList(
      open.map((at) => names[language][at] ?? ''),
      language,
    );
    const [start, end] = [writeTime(from, language), writeTime(to, language)];
    return language === 'fr' ? `${said}, de ${start} à ${end}` : `${said}, from ${start} to ${end}`;
  });
}
