import type { Bilingual } from '@guichet/kernel';
import type { ServiceDefinition } from '../definition.ts';
import { nbsp } from '../words/writing.ts';
import type { Versions } from './diff-question.ts';
import { same, textChange } from './say-change.ts';

type Appointment = NonNullable<ServiceDefinition['appointment']>;

/** Says how the appointment a service asks for differs. */
export function diffAppointment({ before, after }: Versions): Bilingual[] {
  const [was, is] = [before.definition.appointment, after.definition.appointment];
  if (same(was, is)) return [];
  if (was === undefined) return [{ fr: 'Un rendez-vous est demandé', en: 'An appointment is asked for' }];
  if (is === undefined)
    return [{ fr: 'Aucun rendez-vous n’est plus demandé', en: 'No appointment is asked for any more' }];
  const what = { fr: 'Quoi apporter au rendez-vous', en: 'What to bring to the appointment' };
  return [...textChange(what, was.bring, is.bring), ...spanChanges(was, is)];
}

function spanChanges(was: Appointment, is: Appointment): Bilingual[] {
  const notice = {
    fr: `Délai avant un rendez-vous${nbsp}: ${was.noticeHours} h, maintenant ${is.noticeHours} h`,
    en: `Notice before an appointment: ${was.noticeHours} h, now ${is.noticeHours} h`,
  };
  const ahead = {
    fr: `Rendez-vous offerts sur ${was.daysMax} jours, maintenant ${is.daysMax}`,
    en: `Appointments offered over ${was.daysMax} days, now ${is.daysMax}`,
  };
  return [
    ...(was.noticeHours === is.noticeHours ? [] : [notice]),
    ...(was.daysMax === is.daysMax ? [] : [ahead]),
  ];
}
