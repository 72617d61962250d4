import type { Answers, CompiledService } from '@guichet/catalogue';
import { type Draft, type DraftContent, draftInForce, findDraft, saveDraft } from '@guichet/casework';
import { DeskError } from '@guichet/kernel';
import type { Context } from 'hono';
import type { DoorDeps, DoorEnv } from '../door.ts';
import { draftCookie } from './draft-cookie.ts';

/** The draft a browser is filling in, with the service it was begun under. */
export interface OpenDraft extends Draft {
  compiled: CompiledService;
  answers: Answers;
  skipped: ReadonlySet<string>;
}

/** Gives the draft of this browser, under the version in force where that one says how drafts go on. Errors: gone — none, expired, or of a service withdrawn since */
export async function openDraft(
  deps: DoorDeps,
  c: Context<DoorEnv>,
  id = draftCookie.read(deps, c),
): Promise<OpenDraft> {
  const draft = id && (await findDraft(deps.desk, { id }));
  const found = draft && draftInForce(deps.desk, draft);
  if (!found) throw new DeskError('gone', 'draft-expired');
  return {
    ...found.draft,
    compiled: found.service,
    answers: found.answers,
    skipped: new Set(found.draft.content.skipped),
  };
}

/** Casts what a draft holds to answers: only answers that parsed are ever saved in one. */
function storedAnswers(content: DraftContent): Answers {
  return content.answers as Answers;
}

/** Keeps what changed of a draft. Errors: gone — it expired or became a case */
export async function keepDraft(
  deps: DoorDeps,
  c: Context<DoorEnv>,
  draft: OpenDraft,
  content: DraftContent,
): Promise<OpenDraft> {
  const { id, service, version } = draft;
  await saveDraft(deps.desk, { id, service, version, channel: 'web', language: c.get('language'), content });
  return { ...draft, content, answers: storedAnswers(content), skipped: new Set(content.skipped) };
}

/** Gives the page a draft goes on at: the first question not answered yet, else its answers to check. */
export function nextHref({
  compiled,
  answers,
  skipped,
}: Pick<OpenDraft, 'compiled' | 'answers' | 'skipped'>): string {
  return hrefOf(compiled.next(answers, skipped)?.key);
}

/** Gives the page of a question; without one, the page where the answers are checked. */
export function hrefOf(key: string | undefined): string {
  return key === undefined ? '/requests' : `/requests/${key}`;
}
