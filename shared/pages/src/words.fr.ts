import { typesetFrench } from './typeset-french.ts';
import { desk } from './words/desk.fr.ts';
import { errors } from './words/errors.fr.ts';
import { field } from './words/field.fr.ts';
import { frame } from './words/frame.fr.ts';
import { walk } from './words/public.fr.ts';
import { stations } from './words/stations.fr.ts';
import { work } from './words/work.fr.ts';

/** Sets the spaces of every word and of every sentence built from parameters. */
function typeset<T extends object>(words: T): T {
  const set = Object.entries(words).map(([key, value]: [string, unknown]) => [key, typesetWord(value)]);
  return Object.fromEntries(set) as T;
}

function typesetWord(value: unknown): unknown {
  if (typeof value === 'string') return typesetFrench(value);
  if (typeof value === 'function') return (...args: unknown[]) => typesetFrench(String(value(...args)));
  return typeof value === 'object' && value !== null ? typeset(value) : value;
}

/** The product's words in the French of Québec; they decide which keys there are. */
export const french = typeset({ frame, field, walk, errors, desk, stations, work });
