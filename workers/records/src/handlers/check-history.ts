import { verifyHistory } from '@guichet/casework';
import type { RecordsContext } from '../records-context.ts';

/** Verifies every history, and tells the log of each that was tampered with and of how many were whole. */
export async function checkHistory({ desk, log }: RecordsContext): Promise<void> {
  const { subjects, broken } = await verifyHistory(desk, ({ subjectId, seq, why }) =>
    log.error({ event: 'records.history-broken', caseId: subjectId, version: seq, reason: why }),
  );
  log.info({ event: 'records.history-verified', count: subjects, failed: broken });
}
