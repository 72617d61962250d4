import {
  type DeskContext,
  type Draft,
  findAcceptance,
  findDraft,
  type KeptDraft,
  saveDraft,
  settleForm,
  todayOf,
} from '@guichet/casework';
import type { CompiledService, FormValues, PostedForm, Problem } from '@guichet/catalogue';
import { readCounterForm } from '@guichet/channels/counter';
import { isDeskError, type Language } from '@guichet/kernel';
import type { SignedIn } from '../../frame/desk-env.ts';
import { acceptForm } from '../accept-form.ts';
import { draftKey, idempotencyOf } from '../counter-form.ts';
import { inTurn } from '../in-turn.ts';
import { keepOnce } from './keep-once.ts';
import { type KeptRequest, keptAtProblem } from './kept-request.ts';
import { sameFacts } from './same-facts.ts';

interface Told {
  reference: string;
  receipt: string;
}

/** What became of a request that a counter kept while the network was down. */
export type KeptTaken =
  | ({ kind: 'accepted' | 'already' } & Told)
  /** The desk holds what was typed, under the form's number: the page `mend` shows it with what is wrong. */
  | { kind: 'incomplete'; service: CompiledService; problems: Problem[]; refused?: string; mend: string }
  | { kind: 'conflict'; why: 'withdrawn' | 'ahead' | 'too-old' }
  /** The form's number has a case already, with other answers: nothing of these was taken. */
  | ({ kind: 'conflict'; why: 'differs' } & Told);

/**
 * Takes a request that a counter kept while the network was down, as the clerk who typed it, deposited when they pressed the button.
 *
 * Guarantee: one form number, one case, with the live form too; other answers under a number taken are never called taken; what is
 *   incomplete is kept as the live form keeps it, and from then on accepted only by a press: of the live form's button, or of a later
 *   one without network. Sent again it never undoes what was mended since; it is read under the version that the person was asked.
 * Errors: not-now — nothing was taken. Source: decision 0034
 */
export async function takeKeptRequest(
  staff: Pick<SignedIn, 'ctx'>,
  request: KeptRequest,
  posted: PostedForm,
  language: Language,
): Promise<KeptTaken> {
  const taking = { ...request, posted, language, today: todayOf(request.keptAt) };
  const taken = await inTurn(
    request.number,
    async () => (await findTaken(staff.ctx, taking)) ?? (await takeNew(staff, taking)),
  );
  if (taken.kind === 'already') await settleForm(staff.ctx, request.number);
  return taken;
}

type Taking = KeptRequest & { posted: PostedForm; language: Language; today: string };

async function takeNew(staff: Pick<SignedIn, 'ctx'>, taking: Taking): Promise<KeptTaken> {
  const { ctx } = staff;
  const service = serviceOf(ctx, taking);
  if (!service) return { kind: 'conflict', why: 'withdrawn' };
  const before = await findDraft(ctx, { externalKey: draftKey(taking.number) });
  const known = before?.content.kept;
  const isKnown = known !== undefined && known.stands !== 'coming' && !isNewer(taking, known);
  if (before && isKnown && known.stands === 'to-mend') return toMend(ctx, before, taking);
  const problem = before?.content.depositedAt === undefined && keptAtProblem(taking.keptAt, ctx.clock.now());
  if (problem) return { kind: 'conflict', why: problem };
  try {
    return await take(staff, { ...taking, service }, before, isKnown);
  } catch (error) {
    // Sent twice at one moment: the other one was accepted between our looking and our keeping.
    const other = isDeskError(error) && error.code === 'gone' ? await findTaken(ctx, taking) : undefined;
    if (!other) throw error;
    return other;
  }
}

async function take(
  staff: Pick<SignedIn, 'ctx'>,
  taking: Taking & { service: CompiledService },
  before: Draft | undefined,
  isKnown: boolean,
): Promise<KeptTaken> {
  const { ctx } = staff;
  const { number, service, language } = taking;
  const { code, version } = service.definition;
  const kept =
    before && isKnown
      ? { draftId: before.id, form: formOf(before), content: before.content, personLanguage: before.language }
      : await keepOnce(staff, taking, before);
  const depositedAt = new Date(kept.content.depositedAt ?? taking.keptAt);
  const read = readCounterForm(service, kept.form, { language, today: todayOf(depositedAt) });
  const mend = mendPath(taking);
  const { refused } = kept.content.kept ?? {};
  if (read.problems.length > 0 || refused !== undefined)
    return { kind: 'incomplete', service, problems: read.problems, ...(refused ? { refused } : {}), mend };
  const acceptance = await acceptForm(ctx, {
    number,
    draftId: kept.draftId,
    service,
    language: kept.personLanguage,
    answers: read.answers,
    depositedAt,
  });
  if (acceptance.kind !== 'incomplete') {
    const told = { reference: acceptance.case.reference, receipt: receiptPath(taking) };
    // Another press was accepted while this one was being kept.
    const isOther = acceptance.kind === 'already' && !acceptance.sameFacts && !isSame(taking, before);
    return isOther ? { kind: 'conflict', why: 'differs', ...told } : { kind: acceptance.kind, ...told };
  }
  const { content, personLanguage: of } = kept;
  const waits = content.kept && { kept: { ...content.kept, stands: 'to-mend' as const } };
  const draft = { id: kept.draftId, service: code, version, channel: 'counter', language: of } as const;
  await saveDraft(ctx, { ...draft, content: { ...content, ...waits } });
  return { kind: 'incomplete', service, problems: acceptance.problems, mend };
}

/** Tells of a request that waits for its clerk: what is wrong with it as it stands now. */
function toMend(ctx: DeskContext, draft: Draft, taking: Taking): KeptTaken {
  const service = ctx.catalogue.find(draft.service, draft.version);
  if (!service) return { kind: 'conflict', why: 'withdrawn' };
  const { depositedAt, kept } = draft.content;
  const today = todayOf(new Date(depositedAt ?? taking.keptAt));
  const { problems } = readCounterForm(service, formOf(draft), { language: taking.language, today });
  const refused = kept?.refused === undefined ? {} : { refused: kept.refused };
  return { kind: 'incomplete', service, problems, ...refused, mend: mendPath(taking) };
}

/** A press made after what stands here was typed; the same one sent again is none. */
function isNewer({ press, pressedAt }: KeptRequest, known: KeptDraft): boolean {
  return press !== known.press && pressedAt > new Date(known.at);
}

/** The very press that a draft came from, sent again; its clerk may have mended it since. */
function isSame({ press }: KeptRequest, draft: Draft | undefined): boolean {
  return draft?.content.kept?.press === press;
}

/** Gives the version that the person was asked, as long as the counter takes the service at all. */
function serviceOf({ catalogue }: DeskContext, { code, version }: KeptRequest): CompiledService | undefined {
  const offered = catalogue.find(code);
  if (!offered || offered.definition.channels.counter) return undefined;
  return catalogue.find(code, version);
}

/** Finds the case of a number. Of any press but the one it came from, only what says the same is in it: the rest is told, whenever it was pressed. */
async function findTaken(ctx: DeskContext, taking: Taking): Promise<KeptTaken | undefined> {
  const found = await findAcceptance(ctx, idempotencyOf(taking.number));
  if (!found) return undefined;
  const told = { reference: found.reference, receipt: receiptPath(taking) };
  const draft = await findDraft(ctx, { externalKey: draftKey(taking.number) });
  const service = draft && ctx.catalogue.find(draft.service, draft.version);
  const isSeen = !draft || !service || isSame(taking, draft);
  return isSeen || sameFacts(service, draft, taking.posted, taking)
    ? { kind: 'already', ...told }
    : { kind: 'conflict', why: 'differs', ...told };
}

const formOf = (draft: Draft) => draft.content.answers as FormValues;
const mendPath = ({ code, number }: KeptRequest) => `/counter/${code}/${number}?check`;
const receiptPath = ({ code, number }: KeptRequest) => `/counter/${code}/${number}/receipt`;
