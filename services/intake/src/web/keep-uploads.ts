import type { PostedForm, QuestionOf } from '@guichet/catalogue';
import { fieldName } from '@guichet/catalogue';
import { uploadEvidence } from '@guichet/casework';
import { DeskError, type EvidenceId } from '@guichet/kernel';
import type { DoorDeps } from '../door.ts';
import { mediaTypeOf } from './media-type.ts';
import type { OpenDraft } from './open-draft.ts';

/** Unit: bytes, of one form with its files. */
export const uploadBytesMax = 26 * 1024 * 1024;

export interface KeptUploads {
  /** The posted form with the ids of all files that belong to the answer, those kept before included. */
  form: PostedForm;
  /** Names by evidence id, to show them to who sent them. */
  fileNames: Record<string, string>;
}

/**
 * Keeps the files posted with a question as evidence of the draft.
 *
 * Guarantee: every file is looked at before any is kept; an id that this draft did not hold before is passed over.
 * Errors: invalid — `file-empty`, `file-type`, `file-encrypted`, `too-many-files`
 */
export async function keepUploads(
  deps: DoorDeps,
  draft: OpenDraft,
  question: QuestionOf<'file'>,
  form: PostedForm,
): Promise<KeptUploads> {
  const kept = listOf(form[fieldName(question.key, 'evidence')]).filter((id) =>
    heldBefore(draft, question.key).has(id),
  );
  const files = listOf(form[fieldName(question.key, 'file')]).filter(
    (value) => value instanceof File && value.name !== '',
  );
  if (kept.length + files.length > question.filesMax)
    throw new DeskError('invalid', 'too-many-files', { params: { filesMax: question.filesMax } });
  const uploads = await Promise.all(files.filter((file) => file instanceof File).map(readUpload));
  const fileNames: Record<string, string> = { ...draft.content.fileNames };
  const fresh: EvidenceId[] = [];
  for (const upload of uploads) {
    const id = await uploadEvidence(deps.desk, { kind: 'upload', draftId: draft.id, ...upload });
    fileNames[id] = upload.fileName;
    fresh.push(id);
  }
  return { form: { ...form, [fieldName(question.key, 'evidence')]: [...kept, ...fresh] }, fileNames };
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

function heldBefore({ answers }: OpenDraft, key: string): ReadonlySet<unknown> {
  const answer: unknown = answers[key];
  return new Set(
    typeof answer === 'object' && answer !== null && 'evidence' in answer ? listOf(answer.evidence) : [],
  );
}

async function readUpload(file: File): Promise<{ bytes: Buffer; mediaType: string; fileName: string }> {
  const bytes = Buffer.from(await file.arrayBuffer());
  if (bytes.length === 0) throw new DeskError('invalid', 'file-empty');
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === undefined) throw new DeskError('invalid', 'file-type');
  if (mediaType === 'application/pdf' && isEncrypted(bytes)) throw new DeskError('invalid', 'file-encrypted');
  return { bytes, mediaType, fileName: cleanName(file.name) };
}

/** The trailer, at the end, names the encryption of a protected PDF: nobody at the desk could open it. */
function isEncrypted(bytes: Buffer): boolean {
  return /\/Encrypt\s+\d+\s+\d+\s+R/.test(bytes.subarray(-4096).toString('latin1'));
}

/** Keeps a name to be read, not a path: what comes after the last slash, without control characters. */
function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return last.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 120) || 'document';
}
