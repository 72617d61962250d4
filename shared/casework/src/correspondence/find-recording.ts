import { DeskError, type EvidenceId, type Language } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';

export interface Recording {
  providerRef: string;
  /** Whether its bytes are here already. */
  isStored: boolean;
  /** Of the request it answers. */
  language: Language;
}

/** Finds where the telephone provider keeps a recording. Errors: not-found */
export function findRecording(ctx: DeskContext, id: EvidenceId): Promise<Recording> {
  return readAs(ctx, 'evidence.read', async (sql) => {
    const [found] = await sql<[{ providerRef: string | null; isStored: boolean; language: Language }?]>`
      select e.provider_ref, e.stored_at is not null as is_stored, coalesce(c.language, d.language, 'fr') as language
      from evidence e left join cases c on c.id = e.case_id left join draft d on d.id = e.draft_id where e.id = ${id}`;
    if (!found?.providerRef) throw new DeskError('not-found', 'no-such-recording', { detail: id });
    return { ...found, providerRef: found.providerRef };
  });
}
