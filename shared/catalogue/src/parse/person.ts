import type { QuestionOf } from '../definition.ts';
import { cleanLine } from './clean-text.ts';
import { isBlank } from './blank.ts';
import { bad, good, isRecord, type Reader } from './parsed.ts';
import { readDate } from './read-date.ts';

const nameMax = 80;
const oldest = '1880-01-01';

/**
 * Reads a person's names, and a birth date where the question asks for one.
 *
 * Guarantee: a text is split only when it is written `Nom, Prénom`; otherwise which word is which can't be told.
 */
export function personReader(question: QuestionOf<'person'>): Reader {
  const { key } = question;
  return (raw, { today }) => {
    const given = typeof raw === 'string' ? splitName(raw) : raw;
    if (given === undefined) return bad(key, 'incomplete-person', { missing: 'family' });
    if (!isRecord(given)) return bad(key, 'wrong-type');
    const names: Record<'given' | 'family', string> = { given: '', family: '' };
    for (const [name, value] of Object.entries(given)) {
      if (name === 'birthDate') continue;
      if ((name !== 'given' && name !== 'family') || typeof value !== 'string') {
        return bad(key, 'wrong-type', { member: name.slice(0, 40) });
      }
      const text = value.length > nameMax * 4 ? value : cleanLine(value);
      if (text === undefined) return bad(key, 'bad-characters', { member: name });
      if (text.length > nameMax) return bad(key, 'too-long', { max: nameMax, member: name });
      names[name] = text;
    }
    for (const missing of ['given', 'family'] as const) {
      if (names[missing] === '') return bad(key, 'incomplete-person', { missing });
    }
    const birth = given.birthDate;
    if (!question.birthDate)
      return isBlank(birth) ? good(names) : bad(key, 'wrong-type', { member: 'birthDate' });
    if (isBlank(birth)) return bad(key, 'incomplete-person', { missing: 'birthDate' });
    const read = readDate(birth);
    if (read === undefined) return bad(key, 'bad-date', { member: 'birthDate' });
    if ('missing' in read) return bad(key, 'bad-date', { member: 'birthDate', missing: read.missing });
    if (read.iso > today) return bad(key, 'date-too-late', { max: today, days: 0, member: 'birthDate' });
    if (read.iso < oldest) return bad(key, 'date-too-early', { min: oldest, member: 'birthDate' });
    return good({ ...names, birthDate: read.iso });
  };
}

function splitName(raw: string): { given: string; family: string } | undefined {
  const [family, given, ...more] = raw.split(',');
  return given === undefined || family === undefined || more.length > 0 ? undefined : { given, family };
}
