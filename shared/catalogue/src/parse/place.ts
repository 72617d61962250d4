import type { QuestionOf } from '../definition.ts';
import { cleanLine } from './clean-text.ts';
import { bad, good, isRecord, type Reader } from './parsed.ts';

const textMax = 300;

/** Reads where something is: words, a point, or both. A point alone gets its figures as words. */
export function placeReader(question: QuestionOf<'place'>): Reader {
  const { key } = question;
  return (raw) => {
    if (typeof raw !== 'string' && !isRecord(raw)) return bad(key, 'wrong-type');
    const given = typeof raw === 'string' ? { text: raw } : raw;
    const stranger = Object.keys(given).find((name) => !['text', 'latitude', 'longitude'].includes(name));
    if (stranger !== undefined) return bad(key, 'wrong-type', { member: stranger.slice(0, 40) });
    const words = given.text ?? '';
    if (typeof words !== 'string') return bad(key, 'wrong-type', { member: 'text' });
    const text = words.length > textMax * 4 ? words : cleanLine(words);
    if (text === undefined) return bad(key, 'bad-characters');
    if (text.length > textMax) return bad(key, 'too-long', { max: textMax, over: text.length - textMax });

    const latitude = degrees('latitude' in given ? given.latitude : undefined, 90);
    const longitude = degrees('longitude' in given ? given.longitude : undefined, 180);
    if (
      latitude === 'wrong' ||
      longitude === 'wrong' ||
      (latitude === undefined) !== (longitude === undefined)
    ) {
      return bad(key, 'bad-place');
    }
    if (latitude === undefined || longitude === undefined)
      return text === '' ? bad(key, 'bad-place') : good({ text });
    return good({ text: text === '' ? `${latitude}, ${longitude}` : text, latitude, longitude });
  };
}

/** Six decimals are a hand's breadth on the ground. */
function degrees(raw: unknown, limit: number): number | undefined | 'wrong' {
  if (raw === undefined || raw === null || raw === '') return undefined;
  const value = typeof raw === 'string' && /^-?\d{1,3}(?:\.\d{1,20})?$/.test(raw.trim()) ? Number(raw) : raw;
  if (typeof value !== 'number' || !(Math.abs(value) <= limit)) return 'wrong';
  return Math.round(value * 1e6) / 1e6 || 0;
}
