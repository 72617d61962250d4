import {
  acceptSubmission,
  type DeskContext,
  findAcceptance,
  findDraft,
  saveDraft,
  todayOf,
} from '@guichet/casework';
import type { CompiledService, PostedForm, Problem, Provenance } from '@guichet/catalogue';
import { readCounterForm } from '@guichet/channels/counter';
import { isDeskError, type Language, languageOr } from '@guichet/kernel';
import { errorWords } from '@guichet/pages';
import type { SignedIn } from '../../frame/desk-env.ts';
import { textOf } from '../../frame/text-of.ts';
import { answersTyped, draftKey, idempotencyOf, personLanguageName } from '../counter-form.ts';
import { keepCounterFiles } from '../keep-counter-files.ts';
import { type KeptRequest, keptAtProblem } from './kept-request.ts';

/** Why a request that was kept can't be taken as it is. */
export type KeptConflict = 'withdrawn' | 'ahead' | 'too-old';

/** What became of a request that a counter kept while the network was down. */
export type KeptTaken =
  | { kind: 'accepted' | 'already'; reference: string; receipt: string }
  /** The desk holds what was typed, under the form's number: the page `mend` shows it with what is wrong. */
  | { kind: 'incomplete'; service: CompiledService; problems: Problem[]; said?: string; mend: string }
  | { kind: 'conflict'; why: KeptConflict };

/**
 * Takes a request that a counter kept while the network was down, as the clerk who typed it, deposited when they pressed the button.
 *
 * Guarantee: one form number, one case, with the live form too; what is incomplete is kept as the live form keeps it, once: sent
 *   again it never undoes what was mended since; it is read under the version that the person was asked.
 * Errors: not-now — nothing was taken. Source: decision 0034
 */
export async function takeKeptRequest(
  staff: SignedIn,
  request: KeptRequest,
  posted: PostedForm,
  language: Language,
): Promise<KeptTaken> {
  const { ctx } = staff;
  const taken = await findTaken(ctx, request);
  if (taken) return taken;
  const problem = keptAtProblem(request.keptAt, ctx.clock.now());
  if (problem) return { kind: 'conflict', why: problem };
  const service = serviceOf(ctx, request);
  if (!service) return { kind: 'conflict', why: 'withdrawn' };
  try {
    return await take(staff, { ...request, service, posted, language });
  } catch (error) {
    // Sent twice at one moment: the other one was accepted between our looking and our keeping.
    const other = isDeskError(error) && error.code === 'gone' ? await findTaken(ctx, request) : undefined;
    if (!other) throw error;
    return other;
  }
}

type Taking = KeptRequest & { service: CompiledService; posted: PostedForm; language: Language };

async function take(staff: SignedIn, taking: Taking): Promise<KeptTaken> {
  const { ctx } = staff;
  const { number, service, language, keptAt } = taking;
  const { code, version } = service.definition;
  const mend = `/counter/${code}/${number}?check`;
  const typed = await keepOnce(staff, taking);
  if ('said' in typed) return { kind: 'incomplete', service, problems: [], said: typed.said, mend };
  const read = readCounterForm(service, typed.form, { language, today: todayOf(keptAt) });
  if (read.problems.length > 0) return { kind: 'incomplete', service, problems: read.problems, mend };
  const acceptance = await acceptSubmission(ctx, {
    service: code,
    version,
    channel: 'counter',
    language: typed.personLanguage,
    answers: read.answers,
    provenance: Object.fromEntries(
      Object.keys(read.answers).map((key) => [key, { how: 'typed-by-staff' } satisfies Provenance]),
    ),
    depositedAt: keptAt,
    idempotency: idempotencyOf(number),
    draftId: typed.draftId,
  });
  if (acceptance.kind === 'incomplete')
    return { kind: 'incomplete', service, problems: acceptance.problems, mend };
  return { kind: acceptance.kind, reference: acceptance.case.reference, receipt: receiptPath(code, number) };
}

/** Keeps what was typed as the draft of its form, unless it came before and may have been mended since. */
async function keepOnce(staff: SignedIn, { number, service, posted, language, keptAt }: Taking) {
  const { ctx } = staff;
  const { code, version } = service.definition;
  const externalKey = draftKey(number);
  const before = await findDraft(ctx, { externalKey });
  if (before?.content.depositedAt !== undefined)
    return { draftId: before.id, form: before.content.answers, personLanguage: before.language };
  const personLanguage = languageOr(textOf(posted, personLanguageName));
  const draft = {
    externalKey,
    service: code,
    version,
    channel: 'counter',
    language: personLanguage,
  } as const;
  const content = { answers: answersTyped(textsOf(posted)), skipped: [], depositedAt: keptAt.toISOString() };
  let kept: Awaited<ReturnType<typeof keepCounterFiles>>;
  try {
    kept = await keepCounterFiles(staff, service, posted, before?.content, () =>
      saveDraft(ctx, { ...draft, content }),
    );
  } catch (error) {
    if (!isDeskError(error) || error.code !== 'invalid') throw error;
    // The file is no document; all else that was typed waits on the page that mends it.
    await saveDraft(ctx, { ...draft, content });
    return { said: errorWords(error, language) };
  }
  const form = answersTyped(textsOf(kept.form));
  const draftId = await saveDraft(ctx, {
    ...draft,
    content: { ...content, answers: form, fileNames: kept.fileNames },
  });
  return { draftId, form, personLanguage };
}

/** Only texts stand in a draft: files are evidence by then. */
function textsOf(form: PostedForm): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => {
      const texts = [value].flat().filter((one): one is string => typeof one === 'string');
      return texts.length === 0 ? [] : [[name, Array.isArray(value) ? texts : (texts[0] ?? '')]];
    }),
  );
}

/** Gives the version that the person was asked, as long as the counter takes the service at all. */
function serviceOf({ catalogue }: DeskContext, { code, version }: KeptRequest): CompiledService | undefined {
  const offered = catalogue.find(code);
  if (!offered || offered.definition.channels.counter) return undefined;
  return catalogue.find(code, version);
}

async function findTaken(ctx: DeskContext, { code, number }: KeptRequest): Promise<KeptTaken | undefined> {
  const found = await findAcceptance(ctx, idempotencyOf(number));
  return found && { kind: 'already', reference: found.reference, receipt: receiptPath(code, number) };
}

function receiptPath(code: string, number: string): string {
  return `/counter/${code}/${number}/receipt`;
}
