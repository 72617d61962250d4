import { type Draft, type DraftContent, saveDraft } from '@guichet/casework';
import type { CompiledService, FormValues, PostedForm, Problem } from '@guichet/catalogue';
import { readCounterForm } from '@guichet/channels/counter';
import { type DraftId, isDeskError, type Language, languageOr } from '@guichet/kernel';
import type { SignedIn } from '../../frame/desk-env.ts';
import { textOf } from '../../frame/text-of.ts';
import { answersTyped, draftKey, personLanguageName } from '../counter-form.ts';
import { keepCounterFiles } from '../keep-counter-files.ts';
import type { KeptRequest } from './kept-request.ts';

/** A kept request as it stands in its draft. */
export interface KeptOnce {
  draftId: DraftId;
  form: FormValues;
  content: DraftContent;
  personLanguage: Language;
  problems: Problem[];
}

/** A kept request with the service it is read under. */
export type Keeping = KeptRequest & {
  service: CompiledService;
  posted: PostedForm;
  language: Language;
  /** The day on which its person acted, as the service counts it. */
  today: string;
};

/**
 * Keeps what a counter kept as the draft of its form.
 *
 * Guarantee: it stands as `whole` only once its documents are stored; with a document that is none, or incomplete, it stands `to-mend`.
 */
export async function keepOnce(
  staff: Pick<SignedIn, 'ctx'>,
  keeping: Keeping,
  before: Draft | undefined,
): Promise<KeptOnce> {
  const { ctx } = staff;
  const { number, service, posted, language, keptAt, press, pressedAt, today } = keeping;
  const personLanguage = languageOr(textOf(posted, personLanguageName));
  const { code, version } = service.definition;
  const externalKey = draftKey(number);
  const draft = {
    externalKey,
    service: code,
    version,
    channel: 'counter',
    language: personLanguage,
  } as const;
  const content: DraftContent = {
    answers: answersTyped(textsOf(posted)),
    skipped: [],
    // Pressed again, the first press stands: the person has its receipt.
    depositedAt: before?.content.depositedAt ?? keptAt.toISOString(),
    kept: { stands: 'coming', press, at: pressedAt.toISOString() },
    ...(before?.content.fileNames ? { fileNames: before.content.fileNames } : {}),
  };
  const files = await storedFiles(staff, keeping, before, () => saveDraft(ctx, { ...draft, content }));
  const form = answersTyped(textsOf(files.form));
  const { problems } = readCounterForm(service, form, { language, today });
  const stands = files.refused !== undefined || problems.length > 0 ? 'to-mend' : 'whole';
  const whole: DraftContent = {
    ...content,
    answers: form,
    fileNames: files.fileNames,
    kept: {
      stands,
      press,
      at: pressedAt.toISOString(),
      ...(files.refused === undefined ? {} : { refused: files.refused }),
    },
  };
  const draftId = await saveDraft(ctx, { ...draft, content: whole });
  return { draftId, form, content: whole, personLanguage, problems };
}

async function storedFiles(
  staff: Pick<SignedIn, 'ctx'>,
  { service, posted }: Keeping,
  before: Draft | undefined,
  draftAt: () => Promise<DraftId>,
): Promise<{ form: PostedForm; fileNames: Record<string, string>; refused?: string }> {
  try {
    return await keepCounterFiles(staff, service, posted, before?.content, draftAt);
  } catch (error) {
    if (!isDeskError(error) || error.code !== 'invalid') throw error;
    // The file is no document; all else that was typed waits on the page that mends it.
    return { form: posted, fileNames: { ...before?.content.fileNames }, refused: error.publicKey };
  }
}

/** Only texts stand in a draft: files are evidence by then. */
export function textsOf(form: PostedForm): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => {
      const texts = [value].flat().filter((one): one is string => typeof one === 'string');
      return texts.length === 0 ? [] : [[name, Array.isArray(value) ? texts : (texts[0] ?? '')]];
    }),
  );
}
