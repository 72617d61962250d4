import type { Answers, PendingValue } from '@guichet/catalogue';
import { isPending } from '@guichet/catalogue';
import type { EvidenceId } from '@guichet/kernel';
import type { CallState, Place } from './call-state.ts';
import type { Effect, PhoneDraft } from './effects.ts';

/**
 * Everything answered so far, the entries of a group in the making included; undefined before a service is chosen.
 *
 * Guarantee: a group that is being corrected keeps its entries until the correction is whole.
 */
export function draftOf(state: CallState): PhoneDraft | undefined {
  const { service, making } = state;
  if (service === undefined) return undefined;
  const entries = state.entries.filter((entry) => Object.keys(entry).length > 0);
  const group = making !== undefined && state.answers[making] === undefined ? making : undefined;
  return {
    callSid: state.facts.callSid,
    request: state.request,
    service: service.code,
    version: service.version,
    language: state.language,
    answers:
      group !== undefined && entries.length > 0 ? { ...state.answers, [group]: entries } : state.answers,
    skipped: state.skipped,
    provenance: state.provenance,
    ...(state.fileNames === undefined ? {} : { fileNames: state.fileNames }),
  };
}

/** What goes along to a person: the request in hand, else one taken up that can't go on by telephone; nothing of one just sent. */
export function draftForPerson(state: CallState, back: Place | undefined): PhoneDraft | undefined {
  return back?.at === 'accepted' ? undefined : (draftOf(state) ?? state.elsewhere);
}

/** The effect that keeps what was answered. */
export function saveDraft(state: CallState): Effect[] {
  const draft = draftOf(state);
  return draft === undefined ? [] : [{ kind: 'save-draft', draft }];
}

/** The recordings that answers name. */
export function recordingsIn(answers: Answers): EvidenceId[] {
  const found: EvidenceId[] = [];
  const look = (value: unknown): void => {
    if (isPending(value)) found.push((value as PendingValue).evidence);
    else if (Array.isArray(value)) value.forEach(look);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
  };
  look(answers);
  return found;
}
