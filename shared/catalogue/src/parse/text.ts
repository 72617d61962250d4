import type { QuestionOf } from '../definition.ts';
import { characters, cleanLine, cleanLines } from './clean-text.ts';
import { bad, good, type Reader } from './parsed.ts';

/** Reads a text of one line or of several. */
export function textReader(question: QuestionOf<'text'> | QuestionOf<'long-text'>): Reader {
  const { key, maxLength } = question;
  const clean = question.type === 'text' ? cleanLine : cleanLines;
  return (raw) => {
    if (typeof raw !== 'string') return bad(key, 'wrong-type');
    if (raw.length > maxLength * 20 + 1000) return bad(key, 'too-long', { max: maxLength });
    const text = clean(raw);
    if (text === undefined) return bad(key, 'bad-characters');
    if (text.length > maxLength && characters(text) > maxLength) {
      return bad(key, 'too-long', { max: maxLength, over: characters(text) - maxLength });
    }
    return good(text);
  };
}
