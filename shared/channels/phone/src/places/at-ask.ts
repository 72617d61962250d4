import {
  type Askable,
  type Asking,
  gather,
  type HeardRecording,
  spokenLabel,
  surelySaid,
  type Taken,
} from '../askers/asker.ts';
import { askBy, takeBy } from '../askers/asker-of.ts';
import type { CallState, PlaceAt } from '../dialog/call-state.ts';
import { saveDraft } from '../dialog/draft-of.ts';
import type { Effect } from '../dialog/effects.ts';
import { type CallDeps, type Move, moveTo, type Presented } from '../dialog/move.ts';
import { firstSub, initialSub } from '../dialog/next-question.ts';
import { serviceOf } from '../dialog/service-of.ts';
import type { Input } from '../dialog/turn.ts';
import { spokenYesNo, yesNoHints } from '../grammar/spoken-yes-no.ts';
import { firstMenu } from '../menu/first-menu.ts';
import { briefWordsOf } from '../words/brief-words.ts';
import { isBrief } from '../words/is-brief.ts';
import { sayAnswer } from '../words/say-answer.ts';
import { sayProblems } from '../words/say-problems.ts';
import { wordsOf } from '../words/words-of.ts';
import { askedQuestion } from './asked-question.ts';
import { commitAnswer, passQuestion } from './commit-answer.ts';
import { missed } from './missed.ts';

type At = PlaceAt<'ask'>;

/** One question: its gate when optional, its own steps, its read-back. */
export function presentAsk(state: CallState, place: At, deps: CallDeps): Presented {
  const asking = askingOf(state, place, deps);
  if (asking === undefined) return { say: [], listen: { kind: 'none' } };
  const { words, language } = asking;
  const listen = gather('one', asking.speech ? yesNoHints[language] : undefined);
  switch (place.sub.step) {
    case 'gate':
      return { say: [{ text: spokenLabel(asking) }, { text: words.gate }], listen: gather('one') };
    case 'confirm':
      return {
        say: [{ text: words.confirm(sayAnswer(asking.question, place.sub.value, language)) }],
        listen,
      };
    case 'twice':
      return { say: [{ text: words.twice }], listen: gather('many') };
    default: {
      const asked = askBy(asking, recorded(state, place, asking.question, deps));
      return { say: asked.say.map((text) => ({ text })), listen: asked.listen };
    }
  }
}

export function takeAsk(state: CallState, place: At, input: Input, deps: CallDeps): Move {
  const asking = askingOf(state, place, deps);
  if (asking === undefined) return moveTo({ ...state, place: firstMenu });
  const { words } = asking;
  const { sub } = place;
  if (sub.step === 'gate') {
    const key = input.kind === 'keys' ? input.digits : '';
    if (key === '1') return moveTo(at(state, { ...place, sub: firstSub(state, asking.question), misses: 0 }));
    if (key === '8') return passQuestion(state, place, deps, [words.passed]);
    return missed(state, input, missWhy(asking, input));
  }
  if (sub.step === 'confirm') {
    const said = spokenYesNo(surelySaid(input) ?? '');
    const key = input.kind === 'keys' ? input.digits : '';
    if (key === '1' || said === true) {
      return commitAnswer(state, place, sub.value, { how: sub.how, ...confidenceOf(sub.confidence) }, deps);
    }
    if (key === '2' || said === false) {
      return moveTo(at(state, { ...place, sub: { step: 'ask' }, misses: place.misses }));
    }
    return missed(state, input, missWhy(asking, input));
  }
  const inner = sub.step === 'twice' ? { ...asking, sub: { step: 'ask' as const } } : asking;
  const taken = takeBy(inner, recorded(state, place, asking.question, deps), input);
  return afterTaken(state, place, asking, taken, input, deps);
}

function afterTaken(
  state: CallState,
  place: At,
  asking: Asking,
  taken: Taken,
  input: Input,
  deps: CallDeps,
): Move {
  switch (taken.kind) {
    case 'miss':
      return missed(state, input, taken.why);
    case 'pass':
      return passQuestion(state, place, deps, [asking.words.passed]);
    case 'on': {
      const effects = taken.recording ? [...saveDraft(state), keep(state, place, taken.recording)] : [];
      return moveTo(
        at(state, { ...place, sub: taken.sub, misses: 0 }),
        taken.lead ? [taken.lead] : [],
        effects,
      );
    }
    case 'pending': {
      const effects = taken.recording ? [keep(state, place, taken.recording)] : [];
      return commitAnswer(
        state,
        place,
        taken.value,
        { how: 'recorded' },
        deps,
        [taken.recording ? asking.words.recorded : asking.words.thanks],
        effects,
      );
    }
    case 'value':
      return afterValue(state, place, asking, taken, input, deps);
  }
}

function afterValue(
  state: CallState,
  place: At,
  asking: Asking,
  taken: Extract<Taken, { kind: 'value' }>,
  input: Input,
  deps: CallDeps,
): Move {
  const { question, words, today } = asking;
  const service = serviceOf(state, deps);
  const parsed = service?.parseAnswer(question, taken.raw, {
    today,
    allowPending: true,
    answers: state.answers,
  });
  if (parsed === undefined || !parsed.ok) {
    return missed(
      state,
      input,
      parsed ? sayProblems(parsed.problems, question, state.language) : words.notUnderstood,
    );
  }
  if (parsed.value === undefined) return passQuestion(state, place, deps, []);
  const provenance = { how: taken.how, ...confidenceOf(taken.confidence) };
  const { sub } = place;
  if (sub.step === 'twice') {
    if (JSON.stringify(parsed.value) === sub.first)
      return commitAnswer(state, place, parsed.value, provenance, deps);
    return missed(at(state, { ...place, sub: initialSub(state, question) }), input, words.notTheSame);
  }
  if (taken.check === 'none') return commitAnswer(state, place, parsed.value, provenance, deps);
  if (question.sensitivity !== 'sensitive') {
    const confirm = {
      step: 'confirm' as const,
      value: parsed.value,
      how: taken.how,
      ...confidenceOf(taken.confidence),
    };
    return moveTo(at(state, { ...place, sub: confirm }));
  }
  // A value that is never read aloud can't be read back: where one slip makes another valid value, it is keyed twice.
  if (question.type === 'date' || question.type === 'phone' || question.type === 'identifier') {
    return moveTo(at(state, { ...place, sub: { step: 'twice', first: JSON.stringify(parsed.value) } }));
  }
  return commitAnswer(state, place, parsed.value, provenance, deps);
}

function askingOf(state: CallState, place: At, deps: CallDeps): Asking | undefined {
  const question = askedQuestion(state, place, deps);
  if (question === undefined) return undefined;
  const speech = state.speechMisses < 2 && place.misses < 2 && question.sensitivity !== 'sensitive';
  const brief = isBrief(state, place);
  return {
    question,
    sub: place.sub,
    misses: place.misses,
    speech,
    language: state.language,
    brief,
    words: brief ? briefWordsOf(state.language) : wordsOf(state.language),
    today: state.facts.today,
    newEvidenceId: deps.newEvidenceId,
    ...(state.facts.from === undefined ? {} : { from: state.facts.from }),
    ...(deps.addresses === undefined ? {} : { addresses: deps.addresses }),
  };
}

const noEvidence = { pending: 'transcription', evidence: '00000000-0000-7000-8000-000000000000' };

/** After three misunderstandings a question is recorded, where a recording can stand for its answer. */
function recorded(state: CallState, place: At, question: Askable, deps: CallDeps): boolean {
  if (place.misses < 3) return false;
  const options = { today: state.facts.today, allowPending: true, answers: state.answers };
  return serviceOf(state, deps)?.parseAnswer(question, noEvidence, options).ok === true;
}

function keep(state: CallState, place: At, recording: HeardRecording): Effect {
  const question =
    place.member === undefined ? place.key : `${place.key}.${state.entries.length - 1}.${place.member}`;
  const { sid, url, evidence } = recording;
  return {
    kind: 'record-evidence',
    recording: {
      callSid: state.facts.callSid,
      request: state.request,
      recordingSid: sid,
      recordingUrl: url,
      evidence,
      question,
    },
  };
}

function at(state: CallState, place: At): CallState {
  return { ...state, place };
}

function missWhy({ words }: Asking, input: Input): string {
  return input.kind === 'silence' ? words.nothingHeard : words.notUnderstood;
}

function confidenceOf(confidence: number | undefined): { confidence?: number } {
  return confidence === undefined || confidence === 0 ? {} : { confidence };
}
