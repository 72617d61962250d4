import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CallDeps,
  type CallFacts,
  hangUp,
  type Input,
  resumeCall,
  type StepResult,
  spokenMoment,
  startCall,
  step,
  toTwiml,
} from '@guichet/channels/phone';
import { callDepsOf } from './call-deps.ts';
import { type CallRecord, readRecord, writeRecord } from './call-record.ts';
import { type CallStore, callStore, type KeptCall } from './call-store.ts';
import type { PhoneDeps } from './phone-deps.ts';
import { runEffects } from './run-effects.ts';

export interface TurnRequest {
  callSid: string;
  from?: string;
  /** Absent at the first webhook of a call. */
  turn?: number;
  input: Input;
  /** Paths under which the provider reaches us. */
  actionPath: string;
  recordingPath: string;
}

/** We answer or ask for a moment well before the provider gives up on us. Unit: milliseconds. */
const patienceMs = 2_500;
/** A turn whose holder says nothing for so long is taken over: its process died. Unit: milliseconds. */
const claimMs = 6_000;
const pollMs = 40;

/**
 * Takes one webhook of a call and gives the document that answers it.
 *
 * Guarantee: a repeated or stale webhook gets the current document and changes nothing; of copies that arrive together
 *   one is taken; a turn whose process died is finished by the next webhook.
 * Errors: throws when Redis is away.
 */
export async function takeTurn(deps: PhoneDeps, request: TurnRequest): Promise<string> {
  const store = callStore(deps.redis);
  const turns = new Turns(deps, store, request);
  const kept = await store.load(request.callSid);
  if (kept === undefined) return turns.begin();
  // Who hangs up while recording ends the call first: what they said comes after its end, and is taken all the same.
  if (kept.closed && request.input.kind !== 'recording') return hangUp();
  if (kept.phase === 'ready' && request.turn === kept.turn) return turns.advance(kept);
  return turns.settled(kept);
}

class Turns {
  readonly #deps: PhoneDeps;
  readonly #store: CallStore;
  readonly #request: TurnRequest;
  readonly #callDeps: CallDeps;
  readonly #startedAt = performance.now();

  constructor(deps: PhoneDeps, store: CallStore, request: TurnRequest) {
    this.#deps = deps;
    this.#store = store;
    this.#request = request;
    this.#callDeps = callDepsOf(deps);
  }

  /** The first webhook; or a call we lost, taken up from its durable draft. */
  async begin(): Promise<string> {
    const { callSid, from, turn } = this.#request;
    const facts: CallFacts = { callSid, today: this.#deps.today(), ...(from === undefined ? {} : { from }) };
    const draft =
      turn === undefined ? undefined : await this.#deps.desk.findDraft(callSid).catch(() => undefined);
    const result = draft ? resumeCall(facts, draft, this.#callDeps) : startCall(facts, this.#callDeps);
    return this.#keep(undefined, (turn ?? 0) + 1, result);
  }

  advance(kept: KeptCall): Promise<string> {
    const record = this.#open(kept);
    const result = step(record.state, this.#request.input, this.#callDeps);
    return this.#keep(kept, kept.turn + 1, { ...result, effects: [...record.effects, ...result.effects] });
  }

  /** Gives the document that is there, or waits for the one in the making. */
  async settled(seen: KeptCall | undefined): Promise<string> {
    let kept = seen;
    while (kept !== undefined) {
      if (kept.phase === 'ready') return this.#write(this.#open(kept), kept.turn);
      if (Date.now() - kept.claimedAt > claimMs) return this.#takeOver(kept);
      if (this.#spentMs() > patienceMs) return this.#moment(this.#open(kept), kept.turn - 1);
      await sleep(pollMs);
      kept = await this.#store.load(this.#request.callSid);
    }
    return this.begin();
  }

  async #keep(seen: KeptCall | undefined, turn: number, result: StepResult): Promise<string> {
    const { callSid } = this.#request;
    const working = result.effects.length > 0;
    const next = this.#sealed(turn, working ? 'working' : 'ready', result);
    if (!(await this.#store.replace(callSid, seen, next)))
      return this.settled(await this.#store.load(callSid));
    return working ? this.#work({ ...next, closed: false }, result) : this.#write(result, turn);
  }

  async #takeOver(kept: KeptCall): Promise<string> {
    const record = this.#open(kept);
    const next = this.#sealed(kept.turn, 'working', record);
    const { callSid } = this.#request;
    if (!(await this.#store.replace(callSid, kept, next)))
      return this.settled(await this.#store.load(callSid));
    return this.#work({ ...next, closed: false }, record);
  }

  /** Does the effects of a turn we hold; past our patience the caller hears that it takes a moment, and the work goes on. */
  async #work(held: KeptCall, record: CallRecord): Promise<string> {
    const finished = (async () => {
      const done = await runEffects(record, this.#deps, this.#callDeps);
      const ready = this.#sealed(held.turn, 'ready', done);
      if (await this.#store.replace(this.#request.callSid, held, ready)) return this.#write(done, held.turn);
      return this.settled(await this.#store.load(this.#request.callSid));
    })();
    const waited = new AbortController();
    const late = sleep(Math.max(0, patienceMs - this.#spentMs()), undefined, { signal: waited.signal }).then(
      () => this.#moment(record, held.turn - 1),
      () => '',
    );
    finished.catch((error: unknown) => {
      this.#deps.log.error({ event: 'phone.turn-lost', err: error }, 'a turn could not be finished');
    });
    const document = await Promise.race([finished, late]);
    waited.abort();
    return document;
  }

  #sealed(turn: number, phase: KeptCall['phase'], record: CallRecord): Omit<KeptCall, 'closed'> {
    const { state, say, listen, effects } = record;
    const sealed = this.#deps.desk.sealState(
      this.#request.callSid,
      writeRecord({ state, say, listen, effects }),
    );
    return { turn, phase, claim: randomUUID(), claimedAt: Date.now(), sealed };
  }

  #open(kept: KeptCall): CallRecord {
    return readRecord(this.#deps.desk.openState(this.#request.callSid, kept.sealed));
  }

  #write(record: Pick<CallRecord, 'state' | 'say' | 'listen'>, turn: number): string {
    const { language, slow } = record.state;
    const { actionPath, recordingPath } = this.#request;
    const { staffLines = [] } = this.#deps;
    return toTwiml(record, { language, slow, actionPath, recordingPath, staffLines, turn });
  }

  #moment({ state }: CallRecord, turn: number): string {
    return spokenMoment(`${this.#request.actionPath}?t=${turn}`, state.language);
  }

  #spentMs(): number {
    return performance.now() - this.#startedAt;
  }
}
