import type { Answers, CompiledService } from '@guichet/catalogue';
import {
  type Asked,
  type CallDeps,
  type CallState,
  type Effect,
  type Input,
  type PhoneDraft,
  readState,
  step,
  writeState,
} from '@guichet/channels/phone';
import { newId } from '@guichet/kernel';
import { sampleOffer } from '../../../shared/channels/phone/samples/offered-slots.ts';
import { type Player, player } from '../../../shared/channels/phone/samples/play.ts';
import { seeded } from '../paper/random.ts';
import { type Chance, type Persona, zero } from './personas.ts';
import { checkTwiml } from './twiml-check.ts';

/** How a call ended: `number told` by which it goes on elsewhere; the last counts calls that held no answer to keep. */
export type CallEnd = 'completed' | 'to a person' | 'number told' | 'draft left' | 'nothing asked';

/** No call may last longer, whatever the caller does. */
const turnsMax = 600;

/**
 * Plays one call of a persona on the dialog alone, the same for the same seed and the same calls before it: what a
 * caller left behind, a later caller may take up again.
 *
 * Guarantee: every document is checked; at one turn of the call, `0` is tried beside it; whoever hangs up leaves a draft
 *   of all their answers.
 * Errors: throws with the seed, the request taken up again and what went wrong: a crash, a call without end, a document
 *   with a fault, a reference not said, an answer not kept.
 */
export function fuzzCall(
  services: readonly CompiledService[],
  persona: Persona,
  seed: number,
): { end: CallEnd; turns: number } {
  const chance = seeded(seed);
  const from = chance() < 0.7 ? { from: '+14185550123' } : {};
  const known = {
    services,
    ...(chance() < 0.5 ? { callBackDays: ['2026-11-25', '2026-11-26'] } : {}),
    ...peopleOf(chance()),
  };
  const call = player({ ...known, ...from });
  const zeroAt = Math.floor(chance() * 40);
  let turns = 0;
  try {
    while (call.result.listen.kind !== 'none') {
      if (turns === zeroAt) tryZero(call, known);
      turns += 1;
      if (turns > turnsMax) throw new Error(`does not end: ${JSON.stringify(call.state.place)}`);
      checkDocument(call);
      const act =
        call.result.listen.kind === 'effects' ? deskAnswer(call, chance) : acted(call, persona, chance);
      if (act === 'hang-up') break;
      call.play(act);
      if (act.kind === 'accepted' || act.kind === 'offered') checkTold(call, act);
    }
    checkDocument(call);
    checkKept(call);
    leave(call);
  } catch (error) {
    const resumed = call.inputs.filter((input) => input.kind === 'resumed');
    const taken = resumed.length > 0 ? `, resumed ${JSON.stringify(resumed)}` : '';
    throw new Error(`persona ${persona.name}, seed ${seed}, turn ${turns}${taken}: ${String(error)}`, {
      cause: error,
    });
  }
  return { end: endOf(call), turns };
}

function acted(call: Player, persona: Persona, chance: Chance): Input | 'hang-up' {
  if (call.result.listen.kind === 'transfer') return { kind: 'transferred', answered: chance() < 0.4 };
  return persona.act(call, chance);
}

function peopleOf(roll: number) {
  if (roll < 0.3) return { people: { state: 'open' as const, lines: 1 + Math.floor(roll * 10) } };
  if (roll < 0.6) return { people: { state: 'closed' as const, opensOn: '2026-11-25', opensAt: '08:30' } };
  return {};
}

/** From wherever the caller is, `0` reaches a person in one turn: beside the call, which goes on as it was. */
function tryZero({ state, result }: Player, known: Omit<CallDeps, 'newEvidenceId'>): void {
  const { listen } = result;
  if (listen.kind !== 'gather' && listen.kind !== 'record') return;
  if (state.place.at === 'last-word') return;
  const deps = { ...known, newEvidenceId: () => newId<'evidence'>() };
  const { place } = step(readState(writeState(state)), zero({ result } as Player), deps).state;
  if (place.at !== 'person' && place.at !== 'transfer')
    throw new Error(`0 leads to ${place.at} from ${JSON.stringify(state.place)}`);
}

const sound = new Set<string>();

/** Many turns say the same: what was found sound once is sound. */
function checkDocument(call: Player): void {
  const { say, listen, state } = call.result;
  if (listen.kind === 'effects') return;
  const turn = JSON.stringify([say, listen, state.language, state.slow]);
  if (sound.has(turn)) return;
  const problems = checkTwiml(call.twiml());
  if (problems.length > 0) throw new Error(`${problems.join('; ')} in ${call.twiml()}`);
  if (sound.size > 50_000) sound.clear();
  sound.add(turn);
}

/** What the caller writes down is heard: the digits of the reference, or of the number and its code. */
function checkTold(call: Player, act: Extract<Input, { kind: 'accepted' | 'already' | 'offered' }>): void {
  const digits = call.said.replace(/\D/g, '');
  const told = act.kind === 'offered' ? [act.number, act.code] : [act.reference];
  for (const number of told)
    if (!digits.includes(number)) throw new Error(`${number} is not said: ${call.said}`);
}

/** What the dialog holds of a request not sent yet, entries in the making too, is what the desk was last told to keep. */
function checkKept({ state, effects }: Player): void {
  if (state.service === undefined) return;
  const isSent = effects.some((effect) => effect.kind === 'submit' && effect.draft.request === state.request);
  if (isSent) return;
  const drafts = effects.flatMap((effect) => {
    if (effect.kind === 'save-draft') return [effect.draft];
    return effect.kind === 'live-call' && effect.call.draft ? [effect.call.draft] : [];
  });
  const kept = drafts.findLast(({ request }) => request === state.request)?.answers ?? {};
  const entries = state.entries.filter((entry) => Object.keys(entry).length > 0);
  const { making } = state;
  const isMade = making !== undefined && state.answers[making] === undefined && entries.length > 0;
  const held: Answers = isMade ? { ...state.answers, [making]: entries } : state.answers;
  const lost = Object.keys(held).filter((key) => JSON.stringify(kept[key]) !== JSON.stringify(held[key]));
  if (lost.length > 0 && !isUntouched(state, effects))
    throw new Error(`not kept: ${lost.join(', ')} at ${JSON.stringify(state.place)}`);
}

/** A draft that came from elsewhere is kept there until something is added to it. */
function isUntouched(state: CallState, effects: readonly Effect[]): boolean {
  const resumed = effects.some(
    (effect) => effect.kind === 'resume-draft' && effect.request === state.request,
  );
  const saved = effects.some(
    (effect) => effect.kind === 'save-draft' && effect.draft.request === state.request,
  );
  return resumed && !saved;
}

function endOf({ state, effects, inputs }: Player): CallEnd {
  if (inputs.some(({ kind }) => kind === 'accepted')) return 'completed';
  const reached = inputs.some(
    (input) => input.kind === 'callback-kept' || (input.kind === 'transferred' && input.answered),
  );
  if (reached) return 'to a person';
  if (inputs.some(({ kind }) => kind === 'offered')) return 'number told';
  return effects.some(({ kind }) => kind === 'save-draft') && Object.keys(state.answers).length > 0
    ? 'draft left'
    : 'nothing asked';
}

/** What the desk may answer to what the dialog waits for: mostly yes. */
function deskAnswer({ effects, state }: Player, chance: Chance): Input {
  const asked = effects.findLast((effect): effect is AskedEffect => awaited.has(effect.kind));
  if (asked === undefined) throw new Error(`nothing is asked at ${JSON.stringify(state.place)}`);
  if (chance() < 0.07) return { kind: 'failed', effect: asked.kind };
  switch (asked.kind) {
    case 'submit':
      if (chance() < 0.05)
        return { kind: 'incomplete', problems: [{ path: 'others.0.name', code: 'required' }] };
      return {
        kind: 'accepted',
        reference: '1234567894',
        code: '123456',
        dueOn: '2026-12-24',
        ...(chance() < 0.5 ? { caseId: newId<'case'>() } : {}),
      };
    case 'callback':
      return { kind: 'callback-kept' };
    case 'find-status':
      return statusAnswer(chance());
    case 'resume-draft':
      return resumeAnswer(asked, chance());
    case 'offer-resume':
      return { kind: 'offered', number: '1234567894', code: '123456', untilOn: '2026-12-24' };
    case 'text-link':
      return { kind: chance() < 0.8 ? 'text-kept' : 'text-refused' };
    case 'find-slots':
      return { kind: 'slots', offered: chance() < 0.8 ? sampleOffer : { slots: [] } };
    case 'book-slot':
      return chance() < 0.8 ? { kind: 'slot-booked', slot: asked.slot } : { kind: 'slot-taken' };
    case 'cancel-slot':
      return { kind: 'slot-cancelled' };
  }
}

type AskedEffect = Extract<Effect, { kind: Asked }>;
const awaited = new Set<Effect['kind']>([
  'submit',
  'callback',
  'find-status',
  'resume-draft',
  'offer-resume',
  'text-link',
  'find-slots',
  'book-slot',
  'cancel-slot',
] satisfies Asked[]);

/** What callers left behind, of whatever service and half way through whatever entry: it comes back in other calls. */
const leftBehind: PhoneDraft[] = [];

function resumeAnswer({ callSid, request }: AskedEffect & { kind: 'resume-draft' }, roll: number): Input {
  if (roll < 0.3) return { kind: 'not-found' };
  if (roll < 0.4) return { kind: 'too-many' };
  if (roll < 0.5) return { kind: 'submitted' };
  const left = leftBehind[Math.floor(roll * leftBehind.length)];
  const begun = { service: 'permis-chien', version: 1, language: 'fr' as const };
  const draft = left ?? { ...begun, answers: {}, skipped: [], provenance: {} };
  return { kind: 'resumed', draft: { ...draft, callSid, request } };
}

/** Keeps what a call left for a later call of the same run. */
function leave({ effects }: Player): void {
  const last = effects.findLast((effect) => effect.kind === 'save-draft');
  if (last === undefined) return;
  leftBehind.push(last.draft);
  if (leftBehind.length > 50) leftBehind.shift();
}

function statusAnswer(roll: number): Input {
  const made = {
    caseId: newId<'case'>(),
    code: 'permis-chien',
    service: { fr: 'Enregistrer un chien', en: 'Register a dog' },
    receivedOn: '2026-11-02',
  };
  if (roll < 0.3) return { kind: 'found', found: { ...made, state: 'in-progress', dueOn: '2026-11-20' } };
  if (roll < 0.5) return { kind: 'found', found: { ...made, state: 'closed', closedOn: '2026-11-20' } };
  if (roll < 0.8) return { kind: 'not-found' };
  return roll < 0.9 ? { kind: 'too-many' } : { kind: 'failed', effect: 'find-status' };
}
