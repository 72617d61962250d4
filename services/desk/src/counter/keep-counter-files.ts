import { uploadEvidence } from '@guichet/casework';
import { type CompiledService, fieldName, type PostedForm } from '@guichet/catalogue';
import type { DraftId, EvidenceId } from '@guichet/kernel';
import { readUpload } from '@guichet/platform/http';
import type { SignedIn } from '../frame/desk-env.ts';
import { filesOf } from '../frame/text-of.ts';

/**
 * Keeps the files posted with a counter screen as evidence of its draft, which is made if it must be, and gives the form with their ids.
 *
 * Guarantee: every file is looked at before any is kept. Errors: invalid — what a file is not
 */
export async function keepCounterFiles(
  { ctx }: Pick<SignedIn, 'ctx'>,
  service: CompiledService,
  form: PostedForm,
  before: { fileNames?: Record<string, string> } | undefined,
  draftAt: () => Promise<DraftId>,
): Promise<{ form: PostedForm; fileNames: Record<string, string> }> {
  const fileNames: Record<string, string> = { ...before?.fileNames };
  const questions = service.questions.filter((question) => question.type === 'file');
  const uploads = await Promise.all(
    questions.flatMap(({ key }) =>
      filesOf(form, fieldName(key, 'file')).map(async (file) => ({ key, upload: await readUpload(file) })),
    ),
  );
  if (uploads.length === 0) return { form, fileNames };
  const draftId = await draftAt();
  const filled: Record<string, unknown> = { ...form };
  for (const { key, upload } of uploads) {
    const id: EvidenceId = await uploadEvidence(ctx, { kind: 'upload', draftId, ...upload });
    fileNames[id] = upload.fileName;
    const name = fieldName(key, 'evidence');
    filled[name] = [filled[name] ?? []].flat().concat(id);
  }
  return { form: filled, fileNames };
}
