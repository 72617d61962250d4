import type { QuestionOf } from '../definition.ts';
import { bad, good, type Reader } from './parsed.ts';

/** Reads the key of one option. */
export function choiceReader(question: QuestionOf<'choice'>): Reader {
  const keys = new Set(question.options.map((option) => option.key));
  return (raw) => {
    if (typeof raw !== 'string') return bad(question.key, 'wrong-type');
    const key = raw.trim();
    return keys.has(key) ? good(key) : bad(question.key, 'not-an-option');
  };
}

/**
 * Reads the keys of several options; a form that posts one box posts it as text.
 *
 * Guarantee: the definition's order, each key once.
 */
export function choicesReader(question: QuestionOf<'choices'>): Reader {
  const keys = question.options.map((option) => option.key);
  const known = new Set(keys);
  const min = question.min ?? 0;
  const max = question.max ?? keys.length;
  return (raw) => {
    const list: unknown[] = Array.isArray(raw) ? raw : [raw];
    if (list.length > 1000) return bad(question.key, 'too-many', { max });
    const chosen = new Set<string>();
    for (const item of list) {
      if (typeof item !== 'string') return bad(question.key, 'wrong-type');
      const key = item.trim();
      if (key === '') continue;
      if (!known.has(key)) return bad(question.key, 'not-an-option');
      chosen.add(key);
    }
    if (chosen.size < min) return bad(question.key, 'too-few', { min });
    if (chosen.size > max) return bad(question.key, 'too-many', { max });
    return good(keys.filter((key) => chosen.has(key)));
  };
}
