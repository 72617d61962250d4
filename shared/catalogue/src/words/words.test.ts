import type { EvidenceId } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../answers.ts';
import { compile } from '../compile.ts';
import type { Problem } from '../compiled.ts';
import { everyAnswer } from '../samples/every-answer.ts';
import { everyType } from '../samples/every-type.ts';
import { formatAnswer } from './format-answer.ts';
import { problemWords } from './problem-words.ts';

const service = compile(everyType);
const nb = (text: string): string => text.replaceAll('~', '\u00a0');
const evidence = '0190163d-8694-739b-aea5-966c26f8ad91' as EvidenceId;
const question = (key: string) => {
  const found = service.question(key);
  if (!found) throw new Error(`no question ${key}`);
  return found;
};

describe('an answer', () => {
  it.each<[string, AnswerValue | undefined, string, string]>([
    [
      'who',
      everyAnswer.who,
      'Marie Tremblay, date de naissance~: 12 mai 1980',
      'Marie Tremblay, date of birth: May 12, 1980',
    ],
    [
      'home',
      everyAnswer.home,
      '12, rue Saint-Jean, app. 4, Québec (QC) G1R~4S9',
      '12, rue Saint-Jean, app. 4, Québec (QC) G1R~4S9',
    ],
    [
      'home',
      {
        street: '1, rue X',
        unit: '4',
        municipality: 'Paris',
        province: '',
        postalCode: '75001',
        country: 'FR',
      },
      '1, rue X, app. 4, Paris 75001, FR',
      '1, rue X, apt. 4, Paris 75001, FR',
    ],
    ['call', '+14185551234', '418~555\u20111234', '418~555\u20111234'],
    ['call', '+33142685300', '+33142685300', '+33142685300'],
    ['facility', 'pool', 'Piscine', 'Pool'],
    ['facility', 'gone', 'gone', 'gone'],
    ['extras', ['pool', 'field'], 'Piscine, Terrain de soccer', 'Pool, Soccer field'],
    ['alcohol', false, 'Non', 'No'],
    ['rules', true, 'J’accepte', 'I agree'],
    ['day', '2026-03-12', '12 mars 2026', 'March 12, 2026'],
    ['day', '2026-08-01', '1er août 2026', 'August 1, 2026'],
    ['people', 1200, '1200~personnes', '1200~people'],
    ['people', 12_345, '12~345~personnes', '12,345~people'],
    ['length', 2.5, '2,5~h', '2.5~h'],
    ['budget', 123450, '1~234,50~$', '$1,234.50'],
    ['budget', -5, '-0,05~$', '-$0.05'],
    ['parking', { text: 'Derrière', latitude: 46.8, longitude: -71.2 }, 'Derrière', 'Derrière'],
    ['rating', 4, '4', '4'],
    ['rating', 1, '1~(Pas du tout)', '1~(Not at all)'],
    ['wishes', everyAnswer.wishes, '1. Terrain de soccer, 2. Aréna', '1. Soccer field, 2. Arena'],
    ['visit', everyAnswer.visit, 'Aréna, 10 mars 2026, 9~h~30', 'Arena, March 10, 2026, 9:30~a.m.'],
    ['plan', { evidence: [evidence] }, '1 fichier', '1 file'],
    ['plan', { later: 'post' }, 'À venir par la poste', 'To come by mail'],
    [
      'title',
      { pending: 'transcription', evidence },
      '(enregistrement à transcrire)',
      '(recording to transcribe)',
    ],
    [
      'helpers',
      [{ helper: { pending: 'transcription', evidence, keyed: { birthDate: '1980-07-24' } } }],
      '1. Nom~: (enregistrement à transcrire), date de naissance~: 24 juillet 1980',
      '1. Name: (recording to transcribe), date of birth: July 24, 1980',
    ],
    [
      'title',
      { pending: 'transcription', evidence, keyed: { postalCode: 'G1R 4S9', civic: '350' } },
      '(enregistrement à transcrire), numéro~: 350, code postal~: G1R~4S9',
      '(recording to transcribe), number: 350, postal code: G1R~4S9',
    ],
    [
      'helpers',
      [{ helper: { given: 'Jo', family: 'Roy' }, 'first-aid': true, 'first-aid-date': '2024-02-01' }],
      '1. Nom~: Jo Roy; Secouriste?~: Oui; Date du cours~: 1er février 2024',
      '1. Name: Jo Roy; First aider?: Yes; Date of the course: February 1, 2024',
    ],
    ['title', undefined, '', ''],
  ])('of %s, %j, is written in both languages', (key, value, fr, en) => {
    expect(formatAnswer(question(key), value, 'fr')).toBe(nb(fr));
    expect(formatAnswer(question(key), value, 'en')).toBe(nb(en));
  });
});

describe('a problem', () => {
  it.each<[Problem, string, string]>([
    [
      { path: 'title', code: 'required' },
      'Entrez une réponse à «~Nom de l’activité~».',
      'Enter an answer to “Name of the activity”.',
    ],
    [
      { path: 'day', code: 'date-too-early', params: { min: '2026-03-01', days: 0 } },
      'Pour «~Date~», entrez la date d’aujourd’hui ou une date à venir.',
      'For “Date”, enter today’s date or a date in the future.',
    ],
    [
      { path: 'day', code: 'date-too-late', params: { max: '2027-03-01', days: 365 } },
      'Pour «~Date~», entrez une date jusqu’au 1er mars 2027.',
      'For “Date”, enter a date on or before March 1, 2027.',
    ],
    [
      { path: 'day', code: 'bad-date', params: { missing: 'month' } },
      'Pour «~Date~», ajoutez le mois de la date.',
      'For “Date”, add the month of the date.',
    ],
    [
      { path: 'budget', code: 'too-large', params: { max: 10_000_000 } },
      'Pour «~Budget~», entrez 100~000,00~$ ou moins.',
      'For “Budget”, enter $100,000.00 or less.',
    ],
    [
      { path: 'home', code: 'incomplete-address', params: { missing: 'municipality' } },
      'Pour «~Adresse~», ajoutez la municipalité.',
      'For “Address”, add the municipality.',
    ],
    [
      { path: 'home', code: 'too-long', params: { max: 120, member: 'street' } },
      'Écrivez «~Adresse~» (le numéro et la rue) en 120~caractères ou moins.',
      'Write “Address” (the number and street) in 120 characters or fewer.',
    ],
    [
      { path: 'helpers.1.first-aid', code: 'required' },
      'Bénévole 2~: répondez par oui ou par non à «~Secouriste?~».',
      'Volunteer 2: answer yes or no to “First aider?”.',
    ],
    [
      { path: 'helpers', code: 'too-few', params: { min: 1 } },
      'Ajoutez au moins 1 entrée à «~Bénévoles~».',
      'Add at least 1 entry to “Volunteers”.',
    ],
    [
      { path: 'wishes', code: 'bad-rank', params: { max: 2 } },
      'Pour «~Vos deux plateaux préférés~», donnez un rang à chacun, de 1 à 2, sans en sauter.',
      'For “Your two favourite facilities”, rank them from 1 to 2 without skipping a number.',
    ],
    [
      { path: 'visit', code: 'slot-closed', params: { day: '2026-03-11' } },
      'Pour «~Visite des lieux~», choisissez un autre jour~: c’est fermé le 11 mars 2026.',
      'For “Visit of the facility”, choose another day: it is closed on March 11, 2026.',
    ],
    [
      { path: 'visit', code: 'slot-time', params: { times: '09:00 13:30' } },
      'Pour «~Visite des lieux~», choisissez une de ces heures~: 9~h, 13~h~30.',
      'For “Visit of the facility”, choose one of these times: 9:00~a.m., 1:30~p.m..',
    ],
    [
      { path: 'rules', code: 'not-consented' },
      'Pour continuer, il faut accepter «~Règlement~».',
      'To continue, you must agree to “Rules”.',
    ],
  ])('%j says what to do in both languages', (problem, fr, en) => {
    const asked = question(problem.path.split('.')[0] ?? '');
    expect(problemWords(problem, asked, 'fr')).toBe(nb(fr));
    expect(problemWords(problem, asked, 'en')).toBe(nb(en));
  });

  it('of a key that is no question names the key', () => {
    expect(problemWords({ path: 'colour', code: 'unknown-question' }, undefined, 'fr')).toBe(
      nb('Retirez «~colour~»~: ce service ne pose pas cette question.'),
    );
  });
});
