import type { Bilingual } from '@guichet/kernel';
import type { CompiledService } from '../compiled.ts';
import type { ServiceDefinition } from '../definition.ts';
import { diffAppointment } from './diff-appointment.ts';
import { diffFee } from './diff-fee.ts';
import { diffOffer } from './diff-offer.ts';
import { diffOutcomes } from './diff-outcomes.ts';
import { diffPromises } from './diff-promises.ts';
import { diffQuestions } from './diff-questions.ts';
import { diffReferrals } from './diff-referrals.ts';
import { lostAnswers } from './lost-answers.ts';
import { same } from './say-change.ts';
import type { Change, DiffTheme, ServiceDiff } from './service-diff.ts';

/**
 * Tells what changes for a person between two versions of a service, in plain words.
 *
 * Guarantee: pure; every difference of the definitions is told, for a person or under `inside`.
 */
export function diffServices(before: CompiledService, after: CompiledService): ServiceDiff {
  const versions = { before, after };
  const told: [DiffTheme, Bilingual[]][] = [
    ['offered', [...diffOffer(before.definition, after.definition), ...diffAppointment(versions)]],
    ['asked', diffQuestions(versions)],
    ['promised', diffPromises(before.definition, after.definition)],
    ['cost', diffFee(versions)],
    ['decided', diffOutcomes(before.definition, after.definition)],
    ['told', diffReferrals(versions)],
  ];
  return {
    code: after.definition.code,
    from: before.definition.version,
    to: after.definition.version,
    changes: told.flatMap(([theme, lines]) => lines.map((words): Change => ({ theme, words }))),
    lost: lostAnswers(versions),
    inside: insideChanges(before.definition, after.definition),
  };
}

function insideChanges(before: ServiceDefinition, after: ServiceDefinition): Bilingual[] {
  const parts: [Bilingual, (definition: ServiceDefinition) => unknown][] = [
    [{ fr: 'équipe et compétences', en: 'team and skills' }, ({ routing }) => routing],
    [{ fr: 'mots de recherche', en: 'search words' }, ({ keywords }) => keywords],
    [{ fr: 'calendrier des jours ouvrables', en: 'calendar of business days' }, ({ calendar }) => calendar],
    [{ fr: 'mots reconnus à la voix', en: 'words known by speech' }, spokenWords],
    [{ fr: 'reprise des brouillons', en: 'how drafts go on' }, ({ migrates }) => migrates],
  ];
  return parts.flatMap(([name, part]) => (same(part(before), part(after)) ? [] : [name]));
}

/** The hints for speech of each option, by question. */
function spokenWords({ questions }: ServiceDefinition): unknown {
  return questions
    .flatMap((question) => (question.type === 'group' ? question.questions : [question]))
    .flatMap((question) =>
      'options' in question ? question.options.map(({ key, spoken }) => [key, spoken]) : [],
    )
    .filter(([, spoken]) => spoken !== undefined);
}
