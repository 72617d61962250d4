import type { NewStaff, SetHours } from '@guichet/casework';
import type { AppointmentHoursId, Bilingual } from '@guichet/kernel';

/** Signs everybody in on the demo; a desk in production has accounts of its own and never loads this. */
export const demoPassword = 'guichet-demo';

export const demoTeams: Record<string, Bilingual> = {
  voirie: { fr: 'Voirie', en: 'Roads' },
  greffe: { fr: 'Greffe', en: 'Clerk’s office' },
  animaux: { fr: 'Gestion animalière', en: 'Animal services' },
  bibliotheque: { fr: 'Bibliothèque', en: 'Library' },
  'cour-municipale': { fr: 'Cour municipale', en: 'Municipal court' },
  evaluation: { fr: 'Évaluation foncière', en: 'Property assessment' },
  foresterie: { fr: 'Foresterie urbaine', en: 'Urban forestry' },
  loisirs: { fr: 'Loisirs', en: 'Leisure' },
  'matieres-residuelles': { fr: 'Matières résiduelles', en: 'Waste' },
  participation: { fr: 'Participation citoyenne', en: 'Public participation' },
  reglementation: { fr: 'Réglementation', en: 'By-law enforcement' },
  'securite-incendie': { fr: 'Sécurité incendie', en: 'Fire safety' },
  taxation: { fr: 'Taxation', en: 'Taxation' },
  transport: { fr: 'Transport adapté', en: 'Paratransit' },
  urbanisme: { fr: 'Urbanisme', en: 'Urban planning' },
  'vie-communautaire': { fr: 'Vie communautaire', en: 'Community life' },
};

/** Where people of the demo town come to the counter. */
export const demoPlace = {
  code: 'hotel-de-ville',
  name: { fr: 'Hôtel de ville', en: 'City hall' },
  timeZone: 'America/Toronto',
};

/** When the place takes people by appointment: mornings, and one late afternoon. Their ids stay, so that a second start adds none. */
export const demoHours: readonly Omit<SetHours, 'placeId'>[] = [
  ...[1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '12:00' })),
  { weekday: 4, from: '16:00', to: '19:00' },
].map(({ weekday, from, to }, index) => ({
  id: `0199f3c2-7a41-7abc-9def-00000000000${index}` as AppointmentHoursId,
  on: { weekday },
  from,
  to,
  minutes: 45,
  firstSeat: 1,
  seats: 1,
}));

const everyTeam = Object.keys(demoTeams);

/** One person of each role. */
export const demoStaff: readonly (Omit<NewStaff, 'password'> & { title: Bilingual })[] = [
  {
    signIn: 'agente',
    name: 'Amina Benali',
    title: { fr: 'Agente', en: 'Agent' },
    language: 'fr',
    roles: ['agent'],
    teams: everyTeam,
  },
  {
    signIn: 'commis',
    name: 'Luc Tremblay',
    title: { fr: 'Commis au comptoir et au courrier', en: 'Counter and mailroom clerk' },
    language: 'fr',
    roles: ['clerk'],
    teams: everyTeam,
  },
  {
    signIn: 'superviseure',
    name: 'Hélène Gagnon',
    title: { fr: 'Superviseure', en: 'Supervisor' },
    language: 'fr',
    roles: ['supervisor', 'agent'],
    teams: everyTeam,
    wholeBody: true,
  },
  {
    signIn: 'vieprivee',
    name: 'Denise Roy',
    title: { fr: 'Responsable de la protection des renseignements personnels', en: 'Privacy officer' },
    language: 'fr',
    roles: ['privacy-officer'],
    teams: [],
  },
  {
    signIn: 'agent-en',
    name: 'Sam Wong',
    title: { fr: 'Agent (en anglais)', en: 'Agent (English)' },
    language: 'en',
    roles: ['agent'],
    teams: everyTeam,
  },
];
