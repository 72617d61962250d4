import { type ReplyWay, writeDate, writeTime } from '@guichet/catalogue';
import { type Bilingual, dateFormat, formatReference, type Language } from '@guichet/kernel';
import { dayAt } from '../visits/day-at.ts';

export interface AppointmentFacts {
  what: 'booked' | 'moved' | 'cancelled' | 'closed' | 'reminder';
  /** Left out of a service that holds sensitive answers. */
  service?: Bilingual;
  bring?: Bilingual;
  place: Bilingual;
  timeZone: string;
  startsAt: Date;
  reference: string;
  way: ReplyWay;
}

/**
 * Writes the words that tell a person of their appointment.
 *
 * Guarantee: no name and no answer; a text message fits in two parts.
 */
export function appointmentWords(facts: AppointmentFacts, language: Language): string {
  return (language === 'fr' ? inFrench(facts) : inEnglish(facts)).join(facts.way === 'sms' ? ' ' : '\n\n');
}

function inFrench({ what, service, bring, place, way, reference, ...at }: AppointmentFacts): string[] {
  const when = whenOf(at, 'fr');
  const number = formatReference(reference);
  const where = `${when}, ${place.fr}`;
  if (what === 'closed')
    return [`Votre rendez-vous du ${when} est annulé, car votre demande ${number} est terminée.`];
  if (what === 'cancelled')
    return [
      `Votre rendez-vous du ${when} est annulé.`,
      `Pour en prendre un autre, donnez le numéro ${number} en ligne, par téléphone ou au comptoir.`,
    ];
  const head = {
    booked: 'Votre rendez-vous est pris',
    moved: 'Votre rendez-vous est déplacé',
    reminder: 'Rappel de votre rendez-vous',
  }[what];
  const change = `Pour le déplacer ou l’annuler, donnez le numéro ${number} en ligne, par téléphone ou au comptoir.`;
  if (way === 'sms') return [`${head} : ${where}.`, change];
  return [
    `${head} : ${where}.`,
    ...(service === undefined ? [] : [`Service : ${service.fr}.`]),
    ...(bring === undefined ? [] : [bring.fr]),
    change,
  ];
}

function inEnglish({ what, service, bring, place, way, reference, ...at }: AppointmentFacts): string[] {
  const when = whenOf(at, 'en');
  const number = formatReference(reference);
  const where = `${when}, ${place.en}`;
  if (what === 'closed')
    return [`Your appointment of ${when} is cancelled, since your request ${number} is completed.`];
  if (what === 'cancelled')
    return [
      `Your appointment of ${when} is cancelled.`,
      `To make another, give the number ${number} online, by telephone or at a counter.`,
    ];
  const head = {
    booked: 'Your appointment is booked',
    moved: 'Your appointment is moved',
    reminder: 'A reminder of your appointment',
  }[what];
  const change = `To move or cancel it, give the number ${number} online, by telephone or at a counter.`;
  if (way === 'sms') return [`${head}: ${where}.`, change];
  return [
    `${head}: ${where}.`,
    ...(service === undefined ? [] : [`Service: ${service.en}.`]),
    ...(bring === undefined ? [] : [bring.en]),
    change,
  ];
}

function whenOf({ startsAt, timeZone }: Pick<AppointmentFacts, 'startsAt' | 'timeZone'>, language: Language) {
  const [date, time] = [
    writeDate(dayAt(timeZone, startsAt), language),
    writeTime(timeAt(timeZone, startsAt), language),
  ];
  return language === 'fr' ? `${date} à ${time}` : `${date} at ${time}`;
}

/** Gives the time of an instant on the clock of a place. Shape: `HH:MM` */
export function timeAt(timeZone: string, at: Date): string {
  return dateFormat('en-CA', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}
