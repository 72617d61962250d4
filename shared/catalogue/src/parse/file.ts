import { type EvidenceId, isId } from '@guichet/kernel';
import type { QuestionOf } from '../definition.ts';
import { bad, good, isRecord, type Reader } from './parsed.ts';

/** Reads the files already kept as evidence, or the way the document will come. */
export function fileReader(question: QuestionOf<'file'>): Reader {
  const { key, filesMax } = question;
  return (raw) => {
    if (!isRecord(raw) || Object.keys(raw).length !== 1) return bad(key, 'wrong-type');
    if ('later' in raw) {
      const way = question.later.find((later) => later === raw.later);
      return way === undefined ? bad(key, 'not-an-option') : good({ later: way });
    }
    if (!Array.isArray(raw.evidence)) return bad(key, 'wrong-type');
    const ids: unknown[] = raw.evidence;
    const evidence = new Set<EvidenceId>();
    for (const id of ids) {
      if (typeof id !== 'string' || !isId(id)) return bad(key, 'wrong-type');
      evidence.add(id as EvidenceId);
    }
    return evidence.size > filesMax
      ? bad(key, 'too-many', { max: filesMax })
      : good({ evidence: [...evidence] });
  };
}
