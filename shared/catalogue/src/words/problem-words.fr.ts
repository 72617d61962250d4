import type { Problem } from '../compiled.ts';
import type { MemberQuestion, Question } from '../definition.ts';
import { problemFacts } from './problem-facts.ts';
import { nbsp, writeDate, writeTime } from './writing.ts';

const parts: Record<string, string> = {
  street: 'le numéro et la rue',
  unit: 'l’appartement',
  municipality: 'la municipalité',
  province: 'la province',
  postalCode: 'le code postal',
  country: 'le pays',
  given: 'le prénom',
  family: 'le nom de famille',
  birthDate: 'la date de naissance',
  day: 'le jour',
  month: 'le mois',
  year: 'l’année',
  text: 'la description du lieu',
  place: 'l’endroit',
  time: 'l’heure',
};

const characters = (count: number): string => `${count}${nbsp}caractère${count < 2 ? '' : 's'}`;

/** Says a problem in French, as a Québec public body would. */
export function problemWordsFr(problem: Problem, question: Question | MemberQuestion | undefined): string {
  const { label, type, param, count, bound } = problemFacts(problem, question, 'fr');
  const part = parts[param('missing')] ?? parts[param('member')];
  const of = param('member') in parts ? ` (${parts[param('member')]})` : '';
  switch (problem.code) {
    case 'required':
      return requiredFr(type, label);
    case 'unknown-question':
      return `Retirez ${label}${nbsp}: ce service ne pose pas cette question.`;
    case 'not-asked':
      return `Retirez la réponse à ${label}${nbsp}: avec vos autres réponses, cette question ne se pose pas.`;
    case 'wrong-type':
      return wrongTypeFr(type, label, of);
    case 'bad-characters':
      return `Écrivez ${label}${of} avec des lettres, des chiffres et des signes de ponctuation seulement.`;
    case 'too-long':
      return `Écrivez ${label}${of} en ${characters(count('max'))} ou moins.`;
    case 'too-small':
      return `Pour ${label}, entrez ${bound('min')} ou plus.`;
    case 'too-large':
      return `Pour ${label}, entrez ${bound('max')} ou moins.`;
    case 'not-an-option':
      return type === 'yes-no' || type === 'consent'
        ? `Répondez par oui ou par non à ${label}.`
        : `Choisissez une des réponses proposées à ${label}.`;
    case 'too-few':
      return type === 'group'
        ? `Ajoutez au moins ${count('min')} ${count('min') > 1 ? 'entrées' : 'entrée'} à ${label}.`
        : `Choisissez au moins ${count('min')} réponses à ${label}.`;
    case 'too-many':
      if (type === 'file')
        return `Pour ${label}, joignez au plus ${count('max')} ${count('max') > 1 ? 'fichiers' : 'fichier'}.`;
      return type === 'group'
        ? `Gardez au plus ${count('max')} entrées dans ${label}.`
        : `Choisissez au plus ${count('max')} réponses à ${label}.`;
    case 'bad-date':
      return param('missing') === ''
        ? `Pour ${label}${of}, entrez une date qui existe, par exemple 12 mars 2026 ou 12/03/2026 (jour, mois, année).`
        : `Pour ${label}, ajoutez ${part} de la date.`;
    case 'date-too-early':
      return count('days') === 0 && param('days') !== ''
        ? `Pour ${label}${of}, entrez la date d’aujourd’hui ou une date à venir.`
        : `Pour ${label}${of}, entrez une date à partir du ${bound('min')}.`;
    case 'date-too-late':
      return count('days') === 0 && param('days') !== ''
        ? `Pour ${label}${of}, entrez la date d’aujourd’hui ou une date passée.`
        : `Pour ${label}${of}, entrez une date jusqu’au ${bound('max')}.`;
    case 'bad-number':
      if (type === 'money')
        return `Pour ${label}, entrez un montant en dollars, par exemple 1${nbsp}234,50${nbsp}$.`;
      return count('decimals') === 0
        ? `Pour ${label}, entrez un nombre entier en chiffres, par exemple 12.`
        : `Pour ${label}, entrez un nombre en chiffres, par exemple 12,5, avec au plus ${count('decimals')} ${count('decimals') > 1 ? 'décimales' : 'décimale'}.`;
    case 'bad-phone':
      return param('reason') === 'extension'
        ? `Pour ${label}, entrez le numéro de téléphone sans le numéro de poste.`
        : `Pour ${label}, entrez un numéro de téléphone avec l’indicatif régional, par exemple 418${nbsp}555-1234.`;
    case 'bad-email':
      return `Pour ${label}, entrez une adresse courriel comme nom@exemple.ca.`;
    case 'bad-postal-code':
      return `Pour ${label}, entrez un code postal canadien, par exemple G1R${nbsp}4S9.`;
    case 'bad-identifier':
      return `Pour ${label}, entrez le numéro tel qu’il est écrit, par exemple ${param('example')}.`;
    case 'bad-check-digit':
      return `Vérifiez chaque chiffre de ${label}${nbsp}: l’un d’eux ne concorde pas avec les autres.`;
    case 'not-consented':
      return `Pour continuer, il faut accepter ${label}.`;
    case 'incomplete-address':
      return `Pour ${label}, ajoutez ${part ?? 'les parties qui manquent'}.`;
    case 'incomplete-person':
      return `Pour ${label}, ajoutez ${part ?? 'le prénom et le nom de famille'}.`;
    case 'bad-rank':
      return `Pour ${label}, donnez un rang à chacun, de 1 à ${count('max')}, sans en sauter.`;
    case 'rank-twice':
      return `Pour ${label}, ne donnez le même rang qu’une fois.`;
    case 'incomplete-slot':
      return `Pour ${label}, ajoutez ${part ?? 'ce qui manque'}.`;
    case 'slot-closed':
      return `Pour ${label}, choisissez un autre jour${nbsp}: c’est fermé le ${writeDate(param('day'), 'fr')}.`;
    case 'slot-time':
      return `Pour ${label}, choisissez une de ces heures${nbsp}: ${param('times')
        .split(' ')
        .map((time) => writeTime(time, 'fr'))
        .join(', ')}.`;
    case 'answered-before':
      return `Une réponse a déjà été donnée par la personne indiquée à ${label}${nbsp}: une seule est permise.`;
    case 'bad-place':
      return `Pour ${label}, décrivez le lieu en mots ou donnez un point sur la carte.`;
  }
}

function requiredFr(type: Question['type'] | undefined, label: string): string {
  switch (type) {
    case 'choice':
    case 'scale':
      return `Choisissez une réponse à ${label}.`;
    case 'choices':
      return `Choisissez au moins une réponse à ${label}.`;
    case 'yes-no':
      return `Répondez par oui ou par non à ${label}.`;
    case 'consent':
      return `Pour continuer, il faut accepter ${label}.`;
    case 'file':
      return `Joignez un fichier à ${label}, ou dites comment vous nous le ferez parvenir.`;
    case 'group':
      return `Ajoutez au moins une entrée à ${label}.`;
    case 'date':
      return `Entrez la date demandée à ${label}.`;
    default:
      return `Entrez une réponse à ${label}.`;
  }
}

function wrongTypeFr(type: Question['type'] | undefined, label: string, of: string): string {
  switch (type) {
    case 'number':
    case 'money':
      return `Pour ${label}, entrez un nombre.`;
    case 'yes-no':
    case 'consent':
      return `Répondez par oui ou par non à ${label}.`;
    case 'choice':
    case 'choices':
      return `Choisissez une des réponses proposées à ${label}.`;
    case 'file':
      return `Pour ${label}, joignez un fichier ou dites comment vous nous le ferez parvenir.`;
    case 'group':
      return `Donnez ${label} comme une liste d’entrées.`;
    case 'address':
      return `Pour ${label}${of}, entrez la rue, la municipalité, la province et le code postal.`;
    case 'person':
      return `Pour ${label}${of}, entrez seulement ce qui est demandé sur la personne.`;
    default:
      return `Pour ${label}, entrez du texte.`;
  }
}
