import type { Answers, AnswerValue, CompiledService } from '@guichet/catalogue';
import { DeskError, type DraftId, type Language, type Reference } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';
import { oldestCall } from './call-life.ts';
import { layOver, type TypedBeside } from './lay-over.ts';
import type { LiveCallContent, LiveCallId } from './note-live-call.ts';

export interface ReadLiveCall {
  id: LiveCallId;
  /** Shows sensitive answers, for this purpose, which the history keeps. */
  revealFor?: string;
  /** Reads it alone: whoever has it, or nobody, has it still. */
  onlyLooks?: boolean;
}

/** An answer given so far; without its value when it is sensitive and was not asked for. */
export interface AnswerSoFar {
  question: string;
  value: AnswerValue | undefined;
}

export interface LiveCallFile {
  id: LiveCallId;
  state: 'waiting' | 'talking' | 'over';
  way: 'transfer' | 'call-back';
  reason: string;
  language: Language;
  since: Date;
  serviceCode: string | null;
  serviceVersion: number | null;
  /** Who else opened it, by name, latest first. */
  openedBy: string[];
  /** Nothing of the draft while there is none, nor once it became a case. */
  draftId: DraftId | null;
  answers: AnswerSoFar[];
  /** The caller's number as the network tells it, which proves nothing; gone when the call is over. */
  phone: string | undefined;
  /** The request that the caller proved to be theirs. */
  proven: { reference: Reference; serviceCode: string; serviceVersion: number } | null;
  /** The case that the draft became. */
  madeReference: Reference | null;
}

interface Found extends Omit<LiveCallFile, 'answers' | 'phone' | 'proven' | 'openedBy'> {
  dataKey: Buffer | null;
  sealed: Buffer | null;
  draftKey: Buffer | null;
  draftSealed: Buffer | null;
  typedKey: Buffer | null;
  typedSealed: Buffer | null;
  provenReference: Reference | null;
  provenService: string | null;
  provenVersion: number | null;
}

/**
 * Gives a live call with the caller's answers so far, and leaves the event that says who opened it; who opens it first has it,
 * unless they only look.
 *
 * Guarantee: sensitive answers stay hidden until a purpose is given; a call whose end was never heard is over once no call can
 *   last so long. Errors: not-found; invalid — the purpose is empty.
 */
export async function readLiveCall(ctx: DeskContext, input: ReadLiveCall): Promise<LiveCallFile> {
  const { id, revealFor, onlyLooks = false } = input;
  return transact(ctx, 'call.take', async (tx) => {
    const purpose = revealFor?.trim();
    if (purpose !== undefined && (purpose.length < 3 || purpose.length > 200))
      throw new DeskError('invalid', 'purpose-missing');
    const from = oldestCall(ctx);
    const staffId = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null;
    const [found] = await tx.sql<[Found?]>`
      select l.id, case when l.since > ${from} then l.state else 'over' end as state, l.way, l.reason, l.language, l.since,
        coalesce(d.service_code, l.service_code) as service_code, coalesce(d.service_version, l.service_version) as service_version, l.data_key,
        case when l.since > ${from} then l.sealed end as sealed, d.id as draft_id,
        case when d.case_id is null then d.data_key end as draft_key, case when d.case_id is null then d.sealed end as draft_sealed,
        t.data_key as typed_key, t.sealed as typed_sealed,
        p.reference as proven_reference, p.service_code as proven_service, p.service_version as proven_version,
        m.reference as made_reference
      from live_call l left join draft d on d.id = l.draft_id left join typed_beside t on t.draft_id = d.id
        left join cases p on p.id = l.case_id left join cases m on m.id = d.case_id
      where l.id = ${id} and l.team is not null`;
    if (!found) throw new DeskError('not-found', 'no-such-call');
    if (!onlyLooks)
      await tx.sql`
      update live_call set taken_by = ${staffId}, state = 'talking' where id = ${id} and state = 'waiting' and since > ${from}`;
    const {
      dataKey,
      sealed,
      draftKey,
      draftSealed,
      typedKey,
      typedSealed,
      provenReference,
      provenService,
      provenVersion,
      ...facts
    } = found;
    const others = await tx.sql<{ name: string }[]>`
      select s.name from event e join staff s on s.id::text = e.actor_id
      where e.subject_id = ${id} and e.actor_kind = 'staff' and s.id is distinct from ${staffId}
      group by s.id, s.name order by max(e.seq) desc, s.id`;
    const phone =
      sealed === null
        ? undefined
        : (unwrapDataKey(ctx.keyring, `live-call:${id}`, dataKey).open('content', sealed) as LiveCallContent)
            .phone;
    const content =
      facts.draftId === null || draftSealed === null
        ? undefined
        : (unwrapDataKey(ctx.keyring, `draft:${facts.draftId}`, draftKey).open('content', draftSealed) as {
            answers: Answers;
          });
    const typed =
      facts.draftId === null || typedSealed === null
        ? undefined
        : (unwrapDataKey(ctx.keyring, `typed:${facts.draftId}`, typedKey).open(
            'content',
            typedSealed,
          ) as TypedBeside);
    const together = content && layOver(content, facts.serviceCode ?? '', typed);
    const service =
      facts.serviceCode === null
        ? undefined
        : ctx.catalogue.find(facts.serviceCode, facts.serviceVersion ?? undefined);
    const hidden = (key: string) => purpose === undefined && isSensitive(service, key);
    const answers = Object.entries(together?.answers ?? {}).map(([question, value]) => ({
      question,
      value: hidden(question) ? undefined : value,
    }));
    const proven =
      provenReference === null || provenService === null || provenVersion === null
        ? null
        : { reference: provenReference, serviceCode: provenService, serviceVersion: provenVersion };
    const file: LiveCallFile = { ...facts, answers, phone, proven, openedBy: others.map(({ name }) => name) };
    const kind = purpose === undefined ? 'call.read' : 'call.revealed';
    const data = purpose === undefined ? {} : { purpose };
    return tx.record({ subject: { kind: 'phone', id }, kind, data }, file);
  });
}

/** Of a service that left the catalogue nothing is known, so all is hidden. */
function isSensitive(service: CompiledService | undefined, key: string): boolean {
  return (service?.sensitivityOf.get(key) ?? 'sensitive') === 'sensitive';
}
