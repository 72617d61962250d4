import { wordsOf } from '../words/words-of.ts';
import { noCounts } from './call-counts.ts';
import type { CallFacts, CallState } from './call-state.ts';
import type { PhoneDraft } from './effects.ts';
import { type CallDeps, moveTo } from './move.ts';
import { nextQuestion } from './next-question.ts';
import { present } from './present.ts';
import { reopenGroup } from './reopen-group.ts';
import type { StepResult } from './turn.ts';

/** Opens a call with the greeting in both languages. */
export function startCall(facts: CallFacts, deps: CallDeps): StepResult {
  return present(moveTo(newCall(facts)), deps);
}

/** Takes a call up again from its durable draft, when what the line knew of it was lost. */
export function resumeCall(facts: CallFacts, draft: PhoneDraft, deps: CallDeps): StepResult {
  const { request, service, version, language, answers, skipped, provenance, fileNames } = draft;
  const state = {
    ...newCall(facts),
    request,
    language,
    service: { code: service, version },
    answers,
    skipped,
    provenance,
    ...(fileNames === undefined ? {} : { fileNames }),
  };
  const lead = [wordsOf(language).resumed];
  return present(reopenGroup(state, deps, lead) ?? nextQuestion(state, deps, lead), deps);
}

function newCall(facts: CallFacts): CallState {
  return {
    facts,
    language: 'fr',
    slow: false,
    turns: 0,
    misses: 0,
    speechMisses: 0,
    place: { at: 'greeting' },
    request: 1,
    answers: {},
    provenance: {},
    skipped: [],
    entries: [],
    counts: noCounts,
  };
}
