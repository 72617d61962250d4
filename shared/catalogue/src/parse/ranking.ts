import type { QuestionOf } from '../definition.ts';
import { bad, good, isRecord, type Reader } from './parsed.ts';

/** Tells how many options a ranking wants in order. */
export const ranksOf = (question: QuestionOf<'ranking'>): number =>
  Math.min(question.top ?? question.options.length, question.options.length);

/**
 * Reads an order of preference: the option keys from the first, or a rank by option key as a form posts it.
 *
 * Guarantee: as many keys as the question ranks, each once.
 */
export function rankingReader(question: QuestionOf<'ranking'>): Reader {
  const { key } = question;
  const known = new Set(question.options.map((option) => option.key));
  const ranks = ranksOf(question);
  return (raw) => {
    const order = Array.isArray(raw) ? (raw as unknown[]) : isRecord(raw) ? byRank(raw) : undefined;
    if (order === undefined) return bad(key, 'wrong-type');
    if (order === 'bad-rank') return bad(key, 'bad-rank', { max: ranks });
    if (order.some((item) => typeof item !== 'string' || !known.has(item))) return bad(key, 'not-an-option');
    const keys = order as string[];
    if (new Set(keys).size < keys.length) return bad(key, 'rank-twice');
    if (keys.length < ranks) return bad(key, 'too-few', { min: ranks });
    return keys.length > ranks ? bad(key, 'too-many', { max: ranks }) : good(keys);
  };
}

/** Puts options in the order of the ranks written beside them; options left blank are not ranked. */
function byRank(raw: Record<string, unknown>): string[] | 'bad-rank' {
  const ranked: [string, number][] = [];
  for (const [option, written] of Object.entries(raw)) {
    const text = typeof written === 'string' || typeof written === 'number' ? String(written).trim() : '';
    if (text === '') continue;
    if (!/^[1-9]$/.test(text)) return 'bad-rank';
    ranked.push([option, Number(text)]);
  }
  ranked.sort((a, b) => a[1] - b[1]);
  // A rank given twice, or left out, leaves the order unsaid.
  return ranked.some(([, rank], at) => rank !== at + 1) ? 'bad-rank' : ranked.map(([option]) => option);
}
