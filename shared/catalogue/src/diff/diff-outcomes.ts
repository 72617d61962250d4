import type { Bilingual } from '@guichet/kernel';
import type { Outcome, ServiceDefinition } from '../definition.ts';
import { nbsp, writeNumber } from '../words/writing.ts';
import { named, partOf, textChange, valueChange } from './say-change.ts';

const fates: Record<Outcome['retention']['then'], Bilingual> = {
  destroy: { fr: 'puis détruit', en: 'then destroyed' },
  archive: { fr: 'puis versé aux archives', en: 'then sent to the archives' },
  anonymise: { fr: 'puis rendu anonyme', en: 'then made anonymous' },
};

/** Says how what can be decided differs: the outcomes, the words told, and how long each is kept. */
export function diffOutcomes(before: ServiceDefinition, after: ServiceDefinition): Bilingual[] {
  const old = new Map(before.outcomes.map((outcome) => [outcome.key, outcome]));
  const now = new Map(after.outcomes.map((outcome) => [outcome.key, outcome]));
  return [
    ...after.outcomes
      .filter(({ key }) => !old.has(key))
      .map((outcome) => {
        const { fr, en } = named(outcome.label);
        const kept = retentionWords(outcome);
        return {
          fr: `Nouvelle décision possible${nbsp}: ${fr} (${kept.fr})`,
          en: `New possible decision: ${en} (${kept.en})`,
        };
      }),
    ...before.outcomes
      .filter(({ key }) => !now.has(key))
      .map(({ label }) => {
        const { fr, en } = named(label);
        return {
          fr: `Décision qui n’existe plus${nbsp}: ${fr}`,
          en: `Decision that no longer exists: ${en}`,
        };
      }),
    ...after.outcomes.flatMap((outcome) => {
      const was = old.get(outcome.key);
      return was === undefined ? [] : outcomeChanges(was, outcome);
    }),
  ];
}

function outcomeChanges(was: Outcome, is: Outcome): Bilingual[] {
  const subject = named(is.label);
  const source = ({ retention }: Outcome): Bilingual => ({ fr: retention.source, en: retention.source });
  return [
    ...textChange({ fr: 'Décision', en: 'Decision' }, was.label, is.label),
    ...valueChange(partOf(subject, { fr: 'décidée par', en: 'decided by' }), decidedBy(was), decidedBy(is)),
    ...valueChange(partOf(subject, { fr: 'motifs', en: 'reasons' }), reasonsOf(was), reasonsOf(is)),
    ...textChange(partOf(subject, { fr: 'mots dits', en: 'words told' }), was.words, is.words),
    ...valueChange(
      partOf(subject, { fr: 'conservation', en: 'kept' }),
      retentionWords(was),
      retentionWords(is),
    ),
    ...valueChange(
      partOf(subject, { fr: 'source de la conservation', en: 'source of the retention' }),
      source(was),
      source(is),
    ),
  ];
}

const decidedBy = ({ approval }: Outcome): Bilingual =>
  approval === undefined
    ? { fr: 'une personne', en: 'one person' }
    : { fr: 'deux personnes', en: 'two persons' };

const reasonsOf = ({ reasons }: Outcome): Bilingual =>
  reasons === undefined ? { fr: 'facultatifs', en: 'optional' } : { fr: 'obligatoires', en: 'required' };

function retentionWords({ retention: { years, then } }: Outcome): Bilingual {
  const [fr, en] = [writeNumber(years, 'fr'), writeNumber(years, 'en')];
  return {
    fr: `${fr} ${years < 2 ? 'an' : 'ans'}, ${fates[then].fr}`,
    en: `${en} ${years === 1 ? 'year' : 'years'}, ${fates[then].en}`,
  };
}
