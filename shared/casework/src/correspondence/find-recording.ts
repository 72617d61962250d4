import { DeskError, type EvidenceId } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';

export interface Recording {
  providerRef: string;
  /** Whether its bytes are here already. */
  isStored: boolean;
}

/** Finds where the telephone provider keeps a recording. Errors: not-found */
export function findRecording(ctx: DeskContext, id: EvidenceId): Promise<Recording> {
  return readAs(ctx, 'evidence.read', async (sql) => {
    const [found] = await sql<[{ providerRef: string | null; isStored: boolean }?]>`
      select provider_ref, stored_at is not null as is_stored from evidence where id = ${id}`;
    if (!found?.providerRef) throw new DeskError('not-found', 'no-such-recording', { detail: id });
    return { providerRef: found.providerRef, isStored: found.isStored };
  });
}
