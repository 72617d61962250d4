import { parseDraftNumber } from '@guichet/kernel';
import type { CallState, PlaceAt } from '../dialog/call-state.ts';
import type { Effect, PhoneDraft } from '../dialog/effects.ts';
import { type CallDeps, type Move, moveTo } from '../dialog/move.ts';
import { nextQuestion } from '../dialog/next-question.ts';
import { reopenGroup } from '../dialog/reopen-group.ts';
import { phoneServices, serviceOf } from '../dialog/service-of.ts';
import type { Input } from '../dialog/turn.ts';
import { firstMenu } from '../menu/first-menu.ts';
import { resumeWords } from '../words/resume-words.ts';
import { wordsOf } from '../words/words-of.ts';
import { toPerson } from './at-person.ts';
import { isPersonal } from './start-service.ts';

/** So many times may one call be wrong about a request; the desk has its own limit for each reference, whatever the door. */
const wrongMax = 3;

/** The effect that asks the desk where a request stands, or for the draft that a number is of. */
export function findEffect({ facts, request }: CallState, { reference, fact }: PlaceAt<'finding'>): Effect[] {
  const number = parseDraftNumber(reference);
  if (number) return [{ kind: 'resume-draft', callSid: facts.callSid, request, number, code: fact }];
  return [{ kind: 'find-status', reference, fact }];
}

/** Takes the desk's answer to a reference and its proof. Guarantee: which of the two was wrong is not told. */
export function takeFinding(
  state: CallState,
  { misses }: PlaceAt<'finding'>,
  input: Input,
  deps: CallDeps,
): Move {
  const words = wordsOf(state.language);
  const resume = resumeWords(state.language);
  switch (input.kind) {
    case 'found':
      return moveTo({ ...state, place: { at: 'found', found: input.found, misses: 0 } });
    case 'resumed':
      return goOn(state, input.draft, deps);
    case 'submitted':
      return moveTo({ ...state, place: { at: 'made', misses } }, [resume.alreadySent]);
    case 'not-found': {
      const wrong = {
        ...state,
        misses: state.misses + 1,
        place: { at: 'made' as const, misses: misses + 1 },
      };
      if (misses + 1 >= wrongMax) return toPerson(wrong, 'not-found');
      return moveTo(wrong, [words.requestNotFound]);
    }
    case 'too-many':
      return moveTo({ ...state, place: firstMenu }, [words.tooManyTries]);
    default:
      return moveTo({ ...state, place: firstMenu }, [words.statusAway]);
  }
}

/** Goes on at the next question; what can't be asked by telephone stays where it can be taken up again. */
function goOn(state: CallState, draft: PhoneDraft, deps: CallDeps): Move {
  const words = wordsOf(state.language);
  const resume = resumeWords(state.language);
  const { service: code, version, answers, skipped, provenance, fileNames } = draft;
  const resumed: CallState = {
    ...state,
    service: { code, version },
    answers,
    skipped,
    provenance,
    entries: [],
    ...(fileNames === undefined ? {} : { fileNames }),
  };
  const service = serviceOf(resumed, deps);
  const isOffered = phoneServices(deps).some(({ definition }) => definition.code === code);
  if (service === undefined || !isOffered) {
    // The draft moved to this request of the call: another service must not be written over it.
    const next = { ...state, request: state.request + 1, elsewhere: draft, place: firstMenu };
    return moveTo(next, [resume.notByPhone]);
  }
  const lead = [
    resume.goingOn(service.definition.name[state.language]),
    ...(isPersonal(service) ? [words.recordedNotice] : []),
    words.rules,
  ];
  return reopenGroup(resumed, deps, lead) ?? nextQuestion(resumed, deps, lead);
}
