import { day, hour, type Language, minute, numberFormat } from '@guichet/kernel';
import { words } from '@guichet/pages';

/** Says how long, in the unit that people would say it in: `45 minutes`, `5,5 heures`, `1,8 jour`. */
export function waitWords(minutes: number, language: Language): string {
  const { units } = words(language).board;
  const ms = minutes * minute;
  const unit = ms < 1.5 * hour ? 'minutes' : ms < 1.5 * day ? 'hours' : 'days';
  const of = { minutes: minute, hours: hour, days: day }[unit];
  const value = Math.round((ms / of) * 10) / 10;
  // French counts from two on as many, English all but one.
  return units[unit](numberWords(value, language), language === 'fr' ? value >= 2 : value !== 1);
}

/** Writes a number with one decimal at most, as the language does; a spreadsheet wants its thousands in one piece. */
export function numberWords(value: number, language: Language, useGrouping = true): string {
  return numberFormat(`${language}-CA`, { maximumFractionDigits: 1, useGrouping }).format(value);
}

/** Writes a share as whole hundredths. */
export function shareWords(share: number, language: Language): string {
  return numberFormat(`${language}-CA`, { style: 'percent' }).format(share);
}
