import {
  acceptSubmission,
  beginRecording,
  type DeskContext,
  keepRecording,
  keepSuggestion,
  listTasks,
  saveDraft,
} from '@guichet/casework';
import { type DraftId, type EvidenceId, type Language, newId, type TaskId } from '@guichet/kernel';
import { spokenWav } from './call/spoken-wav.ts';
import type { TestDesk } from './test-desk.ts';

/** Begins the draft of a pothole reported by telephone. */
export function phoneDraft(desk: TestDesk, language: Language = 'fr'): Promise<DraftId> {
  return saveDraft(desk.public('phone'), {
    service: 'nid-de-poule',
    version: 1,
    channel: 'phone',
    language,
    content: { answers: {}, skipped: [] },
  });
}

export interface RecordedMore {
  /** Whether the sound is here already; absent means yes. */
  stored?: boolean;
  answers?: Record<string, unknown>;
  /** What a machine believes it heard. */
  suggestion?: string;
}

export interface RecordedRequest {
  task: TaskId;
  /** Of the page where it is typed. */
  href: string;
  reference: string;
  evidenceId: EvidenceId;
}

/** Opens a case by telephone whose place was said, in twenty seconds of silence, and not keyed; `clerk` may type it. */
export async function recordedRequest(
  desk: TestDesk,
  clerk: DeskContext,
  more: RecordedMore = {},
): Promise<RecordedRequest> {
  const phone = desk.public('phone');
  const draftId = await phoneDraft(desk);
  const evidenceId: EvidenceId = newId<'evidence'>();
  const recording = { evidenceId, providerRef: `RE${evidenceId}`, mediaType: 'audio/wav', draftId };
  await beginRecording(phone, recording);
  if (more.stored !== false) {
    const sound = { bytes: spokenWav('', 20), mediaType: 'audio/wav' };
    await keepRecording(desk.ctx, newId(), evidenceId, sound);
  }
  if (more.suggestion !== undefined) await keepSuggestion(desk.ctx, newId(), evidenceId, more.suggestion);
  const acceptance = await acceptSubmission(phone, {
    service: 'nid-de-poule',
    channel: 'phone',
    language: 'fr',
    answers: {
      place: { pending: 'transcription', evidence: evidenceId },
      size: 'small',
      danger: false,
      'reply-way': 'none',
      ...more.answers,
    },
    idempotency: { scope: 'test', key: newId() },
    draftId,
  });
  if (acceptance.kind === 'incomplete') throw new Error(JSON.stringify(acceptance.problems));
  const task = (await listTasks(clerk)).find((one) => one.evidenceId === evidenceId);
  if (!task) throw new Error('no task');
  return { task: task.id, href: `/tasks/${task.id}`, reference: acceptance.case.reference, evidenceId };
}
