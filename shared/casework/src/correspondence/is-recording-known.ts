import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';

/** Tells whether a recording, by the telephone provider's id, belongs to an answer or a message already. */
export function isRecordingKnown(ctx: DeskContext, providerRef: string): Promise<boolean> {
  return readAs(ctx, 'evidence.read', async (sql) => {
    const [found] = await sql`select 1 from evidence where provider_ref = ${providerRef}`;
    return found !== undefined;
  });
}
