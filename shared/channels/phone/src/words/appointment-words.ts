import type { Language } from '@guichet/kernel';
import type { SpokenSlot } from '../dialog/effects.ts';
import { sayDate } from './say-date.ts';
import { sayTime } from './say-time.ts';

/** What the line says of an appointment. */
interface AppointmentWords {
  offered: string;
  change: string;
  booked(when: string): string;
  none: string;
  slot(when: string, key: number): string;
  later: string;
  cancel: string;
  back: string;
  sure: string;
  done(when: string): string;
  taken: string;
  cancelled: string;
  away: string;
}

const fr: AppointmentWords = {
  offered: 'Pour prendre rendez-vous, faites le 4.',
  change: 'Pour votre rendez-vous, faites le 4.',
  booked: (when) => `Vous avez rendez-vous le ${when}.`,
  none: 'Aucun moment n’est libre pour ces jours.',
  slot: (when, key) => `Pour le ${when}, faites le ${key}.`,
  later: 'Pour d’autres jours, faites le 4.',
  cancel: 'Pour annuler votre rendez-vous, faites le 5.',
  back: 'Pour revenir, faites le 9. Pour parler à une personne, faites le 0.',
  sure: 'Votre rendez-vous sera annulé. Pour confirmer, faites le 1. Pour le garder, faites le 2.',
  done: (when) =>
    `C’est fait : vous avez rendez-vous le ${when}. Si vous avez choisi un moyen de réponse, nous vous le confirmons ainsi.`,
  taken: 'Désolé, ce moment vient d’être pris.',
  cancelled: 'Votre rendez-vous est annulé. Votre demande reste ouverte.',
  away: 'Désolé, notre système ne répond pas : rien n’a changé à votre rendez-vous. Réessayez un peu plus tard, ou faites le 0.',
};

const en: AppointmentWords = {
  offered: 'To make an appointment, press 4.',
  change: 'For your appointment, press 4.',
  booked: (when) => `You have an appointment on ${when}.`,
  none: 'No time is free on these days.',
  slot: (when, key) => `For ${when}, press ${key}.`,
  later: 'For other days, press 4.',
  cancel: 'To cancel your appointment, press 5.',
  back: 'To go back, press 9. To speak to a person, press 0.',
  sure: 'Your appointment will be cancelled. To confirm, press 1. To keep it, press 2.',
  done: (when) =>
    `It is done: you have an appointment on ${when}. If you chose a way to be answered, we confirm it that way.`,
  taken: 'Sorry, this time has just been taken.',
  cancelled: 'Your appointment is cancelled. Your request stays open.',
  away: 'Sorry, our system is not answering: nothing has changed in your appointment. Try again a little later, or press 0.',
};

/** Gives what the line says of an appointment, in a language. */
export function appointmentWords(language: Language): AppointmentWords {
  return language === 'fr' ? fr : en;
}

/** Says when and where: `mardi 1er décembre 2026 à 9 heures 30, Hôtel de ville`. */
export function sayWhen({ day, time, place }: SpokenSlot, language: Language): string {
  const at = language === 'fr' ? 'à' : 'at';
  return `${sayDate(day, language)} ${at} ${sayTime(time, language)}, ${place[language]}`;
}
