import { type CaseId, DeskError, type DraftId, type Id, idOfHash, type Language } from '@guichet/kernel';
import type { Keyring } from '@guichet/platform';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { newDataKey } from '../privacy/case-key.ts';

export type LiveCallId = Id<'live-call'>;

export interface NoteLiveCall {
  /** The provider's id of the call; only its keyed hash is kept. */
  callSid: string;
  language: Language;
  /** Why a person takes over: `asked`, `not-understood`… */
  reason: string;
  /** How many turns the call had when it asked: told again it is one asking, at another turn it is a new one. */
  turn: number;
  /** Whether a staff line rings, or a call-back is being asked for. */
  way: 'transfer' | 'call-back';
  /** E.164; absent when the number is withheld. */
  phone?: string;
  /** Whose team sees it; absent means the team of the first service. */
  service?: string;
  draftId?: DraftId;
  /** The request made before that the caller has proved to be theirs. */
  caseId?: CaseId;
}

/** What a live call keeps sealed. */
export interface LiveCallContent {
  phone?: string;
}

/**
 * Shows a call to the team that may take it, before any of its telephones rings.
 *
 * Guarantee: one row a call, however often it is told; one that asks again, which only who talks to nobody can, waits anew and
 *   is nobody's; a call that is over stays over, even if its end came first; the number is sealed.
 */
export async function noteLiveCall(ctx: DeskContext, input: NoteLiveCall): Promise<LiveCallId> {
  const id = liveCallId(ctx.keyring, input.callSid);
  const asked = input.service === undefined ? undefined : ctx.catalogue.find(input.service);
  const team = (asked ?? ctx.catalogue.services[0])?.definition.routing.team;
  if (team === undefined) throw new DeskError('broken', 'fault', { detail: 'no service, so no team' });
  return transact(ctx, 'call.note', async (tx) => {
    const { wrapped, key } = newDataKey(ctx.keyring, `live-call:${id}`);
    const content: LiveCallContent = input.phone === undefined ? {} : { phone: input.phone };
    const { language, reason, way, turn } = input;
    const made = await tx.sql`
      insert into live_call (id, team, service_code, service_version, draft_id, case_id, language, reason, way, turn, state, since, data_key, sealed)
      values (${id}, ${team}, ${input.service ?? null}, ${asked?.definition.version ?? null}, ${input.draftId ?? null},
        ${input.caseId ?? null}, ${language}, ${reason}, ${way}, ${turn}, 'waiting', ${tx.now}, ${wrapped},
        ${key.seal('content', content)})
      on conflict (id) do update set team = excluded.team, service_code = excluded.service_code,
        service_version = excluded.service_version, draft_id = excluded.draft_id, case_id = excluded.case_id,
        language = excluded.language, reason = excluded.reason, way = excluded.way,
        turn = excluded.turn, state = 'waiting', taken_by = null
      where live_call.ended_at is null and (live_call.turn, live_call.way, live_call.reason, live_call.draft_id,
        live_call.case_id) is distinct from (excluded.turn, excluded.way, excluded.reason, excluded.draft_id, excluded.case_id)`;
    if (made.count === 0) return tx.unchanged(id);
    return tx.record({ subject: { kind: 'phone', id }, kind: 'call.waiting', data: { reason, way } }, id);
  });
}

/** Gives the id of a live call, so that no webhook has to look for it. */
export function liveCallId(keyring: Keyring, callSid: string): LiveCallId {
  return idOfHash<'live-call'>(keyring.blindIndex('live-call', callSid));
}
