import { type EvidenceId, isId } from '@guichet/kernel';
import { isPending, type PendingValue } from '../answers.ts';
import type { QuestionType } from '../definition.ts';
import { cleanLine } from './clean-text.ts';
import { isRecord } from './parsed.ts';

/** The types whose answer may be a recording that a person types later: what a keypad can't write. */
export const recordable: ReadonlySet<QuestionType> = new Set([
  'text',
  'long-text',
  'email',
  'person',
  'address',
  'place',
]);

const partName = /^[a-zA-Z]{1,40}$/;

/** Reads a recording that stands for an answer; undefined when it is not one, or its evidence has no proper id. */
export function readPending(raw: unknown): PendingValue | undefined {
  if (!isRecord(raw) || !isPending(raw)) return undefined;
  if (Object.keys(raw).some((name) => name !== 'pending' && name !== 'evidence' && name !== 'keyed'))
    return undefined;
  const evidence: unknown = raw.evidence;
  if (typeof evidence !== 'string' || !isId(evidence)) return undefined;
  const recording: PendingValue = { pending: 'transcription', evidence: evidence as EvidenceId };
  if (raw.keyed === undefined) return recording;
  const keyed = readKeyed(raw.keyed);
  return keyed === undefined ? undefined : { ...recording, keyed };
}

function readKeyed(raw: unknown): { [part: string]: string } | undefined {
  if (!isRecord(raw)) return undefined;
  const parts = Object.entries(raw);
  if (parts.length > 10) return undefined;
  const keyed: { [part: string]: string } = {};
  for (const [part, value] of parts) {
    const text = typeof value === 'string' && value.length <= 120 ? cleanLine(value) : undefined;
    if (text === undefined || !partName.test(part)) return undefined;
    keyed[part] = text;
  }
  return keyed;
}
