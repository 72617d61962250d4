import { randomInt } from 'node:crypto';
import { dayAfter, instantOn, todayOf } from '@guichet/casework';
import type { Problem, Submission } from '@guichet/catalogue';
import type { Asked, Effect, Input, OfferedSlots, PhoneDraft } from '@guichet/channels/phone';
import { day, newDraftNumber, newId, newReference } from '@guichet/kernel';
import { type DeskMemory, draftKey } from './desk-memory.ts';
import type { DeskDeed, TrialKnown } from './trial.ts';
import { dueOn } from './trial-deps.ts';
import type { TrialSettings } from './trial-settings.ts';

/** What the desk of a trial makes of one thing that the dialog asks of it. */
export interface DeskAnswer {
  memory: DeskMemory;
  answer?: Input;
  deed?: DeskDeed;
}

/** What the desk answers from. */
export interface DeskAsked {
  settings: TrialSettings;
  memory: DeskMemory;
  /** The request in hand as it stands. */
  draft: PhoneDraft | undefined;
  known: TrialKnown;
}

/** Answers as the author wants the desk to answer; nothing is kept anywhere but in the trial. */
export function answerByDesk(effect: Effect, asked: DeskAsked): DeskAnswer {
  const { memory } = asked;
  switch (effect.kind) {
    case 'save-draft':
      return { memory: followDraft(memory, effect.draft) };
    case 'record-evidence':
    case 'erase-recording':
      return { memory };
    case 'live-call':
      return { memory, deed: 'live-call' };
    default:
      if (asked.settings.desk !== 'away') return answerWhenThere(effect, asked);
      return { memory, answer: { kind: 'failed', effect: effect.kind }, deed: 'away' };
  }
}

function answerWhenThere(effect: Extract<Effect, { kind: Asked }>, asked: DeskAsked): DeskAnswer {
  const { memory } = asked;
  switch (effect.kind) {
    case 'submit':
      return submit(effect.submission, effect.draft, asked);
    case 'find-status':
      return find(effect, asked);
    case 'offer-resume':
      return offer(effect, asked);
    case 'resume-draft':
      return resume(effect, memory);
    case 'text-link':
      return { memory, answer: { kind: 'text-kept' }, deed: 'texted' };
    case 'find-slots':
      return { memory, answer: { kind: 'slots', offered: offeredFrom(effect.from ?? asked.known.today) } };
    case 'book-slot':
      return { memory, answer: { kind: 'slot-booked', slot: effect.slot } };
    case 'cancel-slot':
      return { memory, answer: { kind: 'slot-cancelled' } };
    case 'callback':
      return { memory, answer: { kind: 'callback-kept' }, deed: 'callback' };
  }
}

/** Three times of the day after, as a place might have them. */
function offeredFrom(after: string): OfferedSlots {
  const day = dayAfter(after, 1);
  const place = { fr: 'Hôtel de ville', en: 'City hall' };
  const slots = ['09:00', '10:30', '14:00'].map((time) => {
    const startsAt = instantOn(day, Number(time.slice(0, 2)), Number(time.slice(3))).toISOString();
    return { placeId: newId<'place'>(), place, day, time, startsAt };
  });
  return { slots, nextFrom: day };
}

function submit(
  submission: Submission,
  draft: PhoneDraft,
  { settings, memory, known }: DeskAsked,
): DeskAnswer {
  const named = known.services.filter(({ definition }) => definition.code === submission.service);
  const service = named.find(({ definition }) => definition.version === submission.version) ?? named[0];
  // The first answer given counts as missing, so that the author hears it asked again.
  const asked = service?.questions.find(({ key }) => submission.answers[key] !== undefined);
  if (settings.desk === 'incomplete' && !memory.hasRefused && asked) {
    const problems: Problem[] = [{ path: asked.key, code: 'required' }];
    return {
      memory: { ...memory, hasRefused: true },
      answer: { kind: 'incomplete', problems },
      deed: 'incomplete',
    };
  }
  const reference = newReference();
  const code = newCode();
  const due = service ? { dueOn: dueOn(known.today, service.definition.clocks.decide) } : {};
  const taken = service
    ? [...memory.taken, { reference, code, service, draft: draftKey(draft) }]
    : memory.taken;
  return {
    memory: { ...memory, taken },
    answer: {
      kind: 'accepted',
      reference,
      code,
      ...due,
      ...(service?.definition.appointment ? { caseId: newId<'case'>() } : {}),
    },
    deed: 'accepted',
  };
}

function find(effect: Extract<Effect, { kind: 'find-status' }>, { memory, known }: DeskAsked): DeskAnswer {
  const request = memory.taken.find((one) => one.reference === effect.reference && one.code === effect.fact);
  if (!request) return { memory, answer: { kind: 'not-found' }, deed: 'not-found' };
  const { code, name, clocks } = request.service.definition;
  const found = {
    caseId: newId<'case'>(),
    code,
    service: name,
    receivedOn: known.today,
    state: 'received' as const,
    dueOn: dueOn(known.today, clocks.decide),
  };
  return { memory, answer: { kind: 'found', found }, deed: 'found' };
}

/** How long a draft waits. Unit: days. */
const waitDays = 30;

function offer(
  effect: Extract<Effect, { kind: 'offer-resume' }>,
  { memory, draft, known }: DeskAsked,
): DeskAnswer {
  if (draft === undefined)
    return { memory, answer: { kind: 'failed', effect: 'offer-resume' }, deed: 'not-found' };
  const before = memory.kept.find((one) => draftKey(one.draft) === draftKey(effect));
  const kept = { number: before?.number ?? newDraftNumber(), code: before?.code ?? newCode(), draft };
  const { number, code } = kept;
  return {
    memory: { ...memory, kept: [...memory.kept.filter((one) => one !== before), kept] },
    answer: {
      kind: 'offered',
      number,
      code,
      untilOn: todayOf(new Date(instantOn(known.today, 12).getTime() + waitDays * day)),
    },
    deed: 'draft-kept',
  };
}

function resume(effect: Extract<Effect, { kind: 'resume-draft' }>, memory: DeskMemory): DeskAnswer {
  const found = memory.kept.find(({ number, code }) => number === effect.number && code === effect.code);
  if (!found) return { memory, answer: { kind: 'not-found' }, deed: 'not-found' };
  if (memory.taken.some(({ draft }) => draft === draftKey(found.draft)))
    return { memory, answer: { kind: 'submitted' }, deed: 'found' };
  const draft = { ...found.draft, callSid: effect.callSid, request: effect.request };
  const kept = memory.kept.map((one) => (one === found ? { ...one, draft } : one));
  return { memory: { ...memory, kept }, answer: { kind: 'resumed', draft }, deed: 'resumed' };
}

/** What was kept for later goes along with the answers given after it. */
function followDraft(memory: DeskMemory, draft: PhoneDraft): DeskMemory {
  if (!memory.kept.some((one) => draftKey(one.draft) === draftKey(draft))) return memory;
  const kept = memory.kept.map((one) => (draftKey(one.draft) === draftKey(draft) ? { ...one, draft } : one));
  return { ...memory, kept };
}

function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}
