import { idOfHash, type Language } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';

/** How one request of a call ended; `no-request` when no service was chosen. */
export type RequestEnd = 'completed' | 'to-a-person' | 'abandoned' | 'no-request';

export interface NoteCall {
  /** The telephone provider's id; only a keyed hash of it is kept. */
  callSid: string;
  /** How long the call was. */
  seconds: number;
  /** These are absent when nothing is remembered of the call. */
  language?: Language;
  slow?: boolean;
  recordings?: number;
  /** In the order they were made; none means that nothing is known. Turns and keys are absent when they were forgotten. */
  requests: readonly {
    service?: { code: string; version: number };
    ended: RequestEnd;
    turns?: number;
    presses?: number;
  }[];
  misses: readonly {
    service?: { code: string; version: number };
    /** The question, or the place of the dialog where there is none. */
    at: string;
    kind: 'silence' | 'keys' | 'speech';
    count: number;
  }[];
}

/**
 * Counts a call that is over: how long, how far, how it ended, where it was not understood.
 *
 * Guarantee: one row a call, the first that was told, however often and in whatever order the provider tells of its end;
 *   holds no number, no answer and nothing of the case. The row is never changed and is its own record: it leaves no event.
 */
export async function noteCall(ctx: DeskContext, call: NoteCall): Promise<void> {
  const id = idOfHash<'call'>(ctx.keyring.blindIndex('call-record', call.callSid));
  const { language, slow, recordings, requests, misses } = call;
  return transact(ctx, 'line.count', async (tx) => {
    const startedAt = new Date(tx.now.getTime() - Math.max(0, call.seconds) * 1000);
    const made = await tx.sql`
      insert into call_record (id, started_at, ended_at, language, slow, recordings, ended)
      values (${id}, ${startedAt}, ${tx.now}, ${language ?? null}, ${slow ?? null}, ${recordings ?? null},
        ${requests.at(-1)?.ended ?? 'unknown'})
      on conflict do nothing`;
    if (made.count === 0) return tx.unchanged(undefined);
    const of = { callId: id, endedAt: tx.now };
    if (requests.length > 0) {
      const rows = requests.map(({ service, ended, turns, presses }, at) => ({
        ...of,
        number: at + 1,
        serviceCode: service?.code ?? null,
        serviceVersion: service?.version ?? null,
        ended,
        turns: turns ?? null,
        presses: presses ?? null,
      }));
      await tx.sql`insert into call_request ${tx.sql(rows)}`;
    }
    if (language && misses.length > 0) {
      const rows = misses.map(({ service, at: place, kind, count }, at) => ({
        ...of,
        number: at + 1,
        language,
        serviceCode: service?.code ?? null,
        serviceVersion: service?.version ?? null,
        place,
        kind,
        misses: count,
      }));
      await tx.sql`insert into call_miss ${tx.sql(rows)}`;
    }
    return tx.unchanged(undefined);
  });
}
