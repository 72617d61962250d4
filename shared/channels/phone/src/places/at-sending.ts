import type { Problem } from '@guichet/catalogue';
import { gather } from '../askers/asker.ts';
import type { CallState, PlaceAt } from '../dialog/call-state.ts';
import { draftOf, recordingsIn } from '../dialog/draft-of.ts';
import type { Effect } from '../dialog/effects.ts';
import { type CallDeps, type Move, moveTo, type Presented } from '../dialog/move.ts';
import { askFor } from '../dialog/next-question.ts';
import { serviceOf } from '../dialog/service-of.ts';
import type { Input } from '../dialog/turn.ts';
import { sayProblems } from '../words/say-problems.ts';
import { wordsOf } from '../words/words-of.ts';
import { toPerson } from './at-person.ts';
import { missed } from './missed.ts';

/**
 * The effect that hands the request to the desk.
 *
 * Guarantee: one key for one request of one call, so that a repeated webhook opens no second case.
 */
export function submitEffect(state: CallState): Effect[] {
  const draft = draftOf(state);
  if (draft === undefined) return [];
  const { service, version, language, answers, provenance } = draft;
  const idempotency = { scope: 'phone', key: `${state.facts.callSid}:${state.request}` };
  const evidence = recordingsIn(answers);
  return [
    {
      kind: 'submit',
      draft,
      submission: {
        service,
        version,
        channel: 'phone',
        language,
        answers,
        provenance,
        idempotency,
        evidence,
      },
    },
  ];
}

/** Takes the desk's answer to a submission. */
export function takeDeskAnswer(state: CallState, input: Input, deps: CallDeps): Move {
  const words = wordsOf(state.language);
  switch (input.kind) {
    case 'accepted':
    case 'already': {
      const { kind: _kind, ...told } = input;
      const place = { at: 'accepted' as const, ...told, misses: 0 };
      return moveTo({ ...state, place }, [input.kind === 'accepted' ? words.accepted : words.already]);
    }
    case 'incomplete':
      return incomplete(state, input.problems, deps);
    default:
      return moveTo({ ...state, place: { at: 'not-submitted', misses: 0 } });
  }
}

function incomplete(state: CallState, problems: readonly Problem[], deps: CallDeps): Move {
  const words = wordsOf(state.language);
  const service = serviceOf(state, deps);
  const counted = { ...state, misses: state.misses + 1 };
  const [problem] = problems;
  const question = service?.question(problem?.path.split('.')[0] ?? '');
  if (
    problem === undefined ||
    question === undefined ||
    !service?.visible(state.answers).includes(question)
  ) {
    return toPerson({ ...counted, place: { at: 'summary', page: 0, misses: 0 } }, 'not-submitted');
  }
  const why = sayProblems(problems, question, state.language);
  // Someone who answered before misses no answer: they hear that one is allowed, and may have given a wrong number.
  const lead = problem.code === 'answered-before' ? [why] : [words.incomplete, why];
  return askFor(counted, question, deps, lead, []);
}

/** The desk did not answer: nothing is sent yet, and the caller is told so. */
export function presentNotSubmitted(state: CallState): Presented {
  return { say: [{ text: wordsOf(state.language).notSubmitted }], listen: gather('one') };
}

export function takeNotSubmitted(state: CallState, place: PlaceAt<'not-submitted'>, input: Input): Move {
  const words = wordsOf(state.language);
  if (input.kind === 'keys' && input.digits === '1') return moveTo({ ...state, place: { at: 'submitting' } });
  if (place.misses >= 2) return toPerson(state, 'not-submitted');
  return missed(state, input, input.kind === 'silence' ? words.nothingHeard : words.notUnderstood);
}
