import { randomInt } from 'node:crypto';
import type { Problem, Submission } from '@guichet/catalogue';
import type { Effect, Input } from '@guichet/channels/phone';
import { newId, newReference } from '@guichet/kernel';
import type { DeskDeed, TakenRequest, Trial, TrialKnown } from './trial.ts';
import { dueOn } from './trial-deps.ts';

/** What the desk of a trial makes of one thing that the dialog asks of it. */
export interface DeskAnswer {
  answer?: Input;
  deed?: DeskDeed;
  taken?: TakenRequest;
}

/** Answers as the author wants the desk to answer; nothing is kept anywhere but in the trial. */
export function answerByDesk(
  effect: Effect,
  trial: Pick<Trial, 'settings' | 'refused' | 'taken'>,
  known: TrialKnown,
): DeskAnswer {
  const isAway = trial.settings.desk === 'away';
  switch (effect.kind) {
    case 'submit': {
      if (isAway) return { answer: { kind: 'failed', effect: 'submit' }, deed: 'away' };
      const problems =
        trial.refused || trial.settings.desk !== 'incomplete' ? [] : problemsOf(effect.submission, known);
      if (problems.length > 0) return { answer: { kind: 'incomplete', problems }, deed: 'incomplete' };
      return take(effect.submission, known);
    }
    case 'find-status':
      if (isAway) return { answer: { kind: 'failed', effect: 'find-status' }, deed: 'away' };
      return find(effect.reference, effect.fact, trial.taken, known);
    case 'callback':
      if (isAway) return { answer: { kind: 'failed', effect: 'callback' }, deed: 'away' };
      return { answer: { kind: 'callback-kept' }, deed: 'callback' };
    case 'live-call':
      return { deed: 'live-call' };
    default:
      return {};
  }
}

function serviceOf({ service, version }: Submission, { services }: TrialKnown) {
  const named = services.filter(({ definition }) => definition.code === service);
  return named.find(({ definition }) => definition.version === version) ?? named[0];
}

/** The first answer given counts as missing, so that the author hears it asked again. */
function problemsOf(submission: Submission, known: TrialKnown): Problem[] {
  const asked = serviceOf(submission, known)?.questions.find(
    ({ key }) => submission.answers[key] !== undefined,
  );
  return asked ? [{ path: asked.key, code: 'required' }] : [];
}

function take(submission: Submission, known: TrialKnown): DeskAnswer {
  const service = serviceOf(submission, known);
  const reference = newReference();
  const code = String(randomInt(100_000, 1_000_000));
  const answer: Input = {
    kind: 'accepted',
    reference,
    code,
    ...(service ? { dueOn: dueOn(known.today, service.definition.clocks.decide) } : {}),
  };
  return { answer, deed: 'accepted', ...(service ? { taken: { reference, code, service } } : {}) };
}

function find(
  reference: string,
  fact: string,
  taken: readonly TakenRequest[],
  known: TrialKnown,
): DeskAnswer {
  const request = taken.find((one) => one.reference === reference && one.code === fact);
  if (!request) return { answer: { kind: 'not-found' }, deed: 'not-found' };
  const { code, name, clocks } = request.service.definition;
  const found = {
    caseId: newId<'case'>(),
    code,
    service: name,
    receivedOn: known.today,
    state: 'received' as const,
    dueOn: dueOn(known.today, clocks.decide),
  };
  return { answer: { kind: 'found', found }, deed: 'found' };
}
