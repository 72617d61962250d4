import { type DeskContext, type DraftContent, saveDraft } from '@guichet/casework';
import { type Answers, type PostedForm, typedValues } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { withLatest } from '../drafts/left-as-shown.ts';
import { provenanceOf } from '../drafts/provenance-of.ts';
import { answersTyped, draftKey } from './counter-form.ts';
import { type CounterRequest, findCounterRequest } from './counter-request.ts';
import { keptHere } from './kept-here.ts';
import { overOthers } from './over-others.ts';

/** What changes of a request. */
export interface AnswersChange {
  set: Answers;
  /** Questions whose answer is taken away. */
  cleared: readonly string[];
  /** In which the person is answered. */
  language?: Language;
  /** Names of the files given with it, by evidence id. */
  fileNames?: Readonly<Record<string, string>>;
}

/**
 * Keeps some answers of a request at the counter; what is not named stays as it is, what a page typed wrongly too.
 *
 * Guarantee: the counter's page goes on with it, as with what was typed there; of several kept at once each stays.
 * Errors: gone — it became a case; conflict — others keep theirs without end
 */
export async function keepCounterAnswers(
  ctx: DeskContext,
  request: CounterRequest,
  change: AnswersChange,
): Promise<void> {
  await overOthers(
    request,
    (standing) => keepOver(ctx, standing, change),
    () => findCounterRequest(ctx, request.number),
  );
}

/** Keeps a change over a request as it was read. Errors: gone; conflict — it is no longer so */
async function keepOver(
  ctx: DeskContext,
  request: CounterRequest,
  { set, cleared, language = request.draft.language, fileNames: added }: AnswersChange,
): Promise<void> {
  const { number, draft, service, isResumed, today } = request;
  const { code, version } = service.definition;
  const fileNames = { ...draft.content.fileNames, ...added };
  const where = { service: code, version, channel: 'counter', language, over: draft.stamp } as const;
  if (isResumed) {
    const answers = without({ ...request.answers, ...set }, cleared);
    const provenance = provenanceOf(answers, draft.content);
    await saveDraft(ctx, {
      id: draft.id,
      ...where,
      content: { ...draft.content, answers, provenance, fileNames },
    });
    return;
  }
  const named = [...Object.keys(set), ...cleared];
  const typed: PostedForm = draft.content.answers;
  const form = withLatest(service, typed, named, without(set, cleared), { language: 'fr', today });
  const { depositedAt, kept } = draft.content;
  const content: DraftContent = {
    answers: answersTyped(typedValues(form)),
    skipped: [],
    fileNames,
    ...(depositedAt === undefined ? {} : { depositedAt }),
    ...keptHere(kept, { at: ctx.clock.now(), hasFiles: added !== undefined }),
  };
  await saveDraft(ctx, { externalKey: draftKey(number), ...where, content });
}

function without(answers: Answers, keys: readonly string[]): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !keys.includes(key)));
}
