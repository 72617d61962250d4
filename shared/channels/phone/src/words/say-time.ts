import { writeTime } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';

const round: Record<string, Record<Language, string>> = {
  '00:00': { fr: 'minuit', en: 'midnight' },
  '12:00': { fr: 'midi', en: 'noon' },
};

/** Says a time of day kept as `HH:MM`: `9 heures`, `13 heures 30`, `midi`, `9 a.m.`, `1:30 p.m.`. */
export function sayTime(time: string, language: Language): string {
  return round[time]?.[language] ?? sayHours(writeTime(time, language), language);
}

/** Says the times of a written text in full: a voice may spell `16 h 30`. */
export function sayHours(text: string, language: Language): string {
  const plain = text.replaceAll('\u00a0', ' ');
  if (language === 'en') return plain.replace(/:00\b/g, '');
  return plain.replace(/(\d+) h\b/g, (_, hour: string) => `${hour} heure${Number(hour) < 2 ? '' : 's'}`);
}
