import type { QueueCursor, QueueRow } from '@guichet/casework';
import { isId } from '@guichet/kernel';

/** Writes where the next page of the queue starts, for an address. */
export function writeCursor(row: QueueRow): string {
  return `${row.dueAt.getTime()}.${row.depositedAt.getTime()}.${row.caseId}`;
}

/** Reads where a page of the queue starts; anything else is the top. */
export function readCursor(text: string | undefined): QueueCursor | undefined {
  const [, due, deposited, caseId] = /^(\d{1,15})\.(\d{1,15})\.([0-9a-f-]{36})$/.exec(text ?? '') ?? [];
  if (!due || !deposited || !caseId || !isId(caseId)) return undefined;
  return { dueAt: new Date(Number(due)), depositedAt: new Date(Number(deposited)), caseId };
}
