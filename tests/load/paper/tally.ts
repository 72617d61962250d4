import { share } from '../figure.ts';
import type { Outcome } from './judge-page.ts';
import type { PageNews } from './play-page.ts';

/** How many of what was written the machine took, how many of those are wrong, and how many a person gets. */
export interface Count {
  there: number;
  accepted: number;
  wrong: number;
  person: number;
  /** Of texts: share of the characters that would have to be changed, sure or not. */
  characterError: number;
}

/** Marks that leave no doubt to a human eye, and boxes left empty: what the aims for check boxes are about. */
const plainMarks: readonly string[] = ['empty', 'x', 'tick', 'slash', 'dot'];

/** Counts the outcomes that pass. */
export function count(
  pages: readonly PageNews[],
  passes: (outcome: Outcome, page: PageNews) => boolean,
): Count {
  const all = pages.flatMap((page) => page.outcomes.filter((outcome) => passes(outcome, page)));
  const number = (is: Outcome['is']) => all.filter((one) => one.is === is).length;
  const sum = (of: (one: Outcome) => number) => all.reduce((total, one) => total + of(one), 0);
  return {
    there: all.length,
    accepted: number('right') + number('wrong'),
    wrong: number('wrong'),
    person: number('person'),
    characterError:
      sum((one) => one.errors) /
      Math.max(
        1,
        sum((one) => one.characters),
      ),
  };
}

export const isPlainMark = ({ what, type }: Outcome): boolean => what === 'mark' && plainMarks.includes(type);
export const isOddMark = ({ what, type }: Outcome): boolean => what === 'mark' && !plainMarks.includes(type);
export const isMark = ({ what }: Outcome): boolean => what === 'mark';
export const isCharacter = ({ what }: Outcome): boolean => what === 'character';
/** Characters by hand about which the readers have no doubt: offered to a person, who confirms them. */
export const isOffered = ({ what, why = [] }: Outcome): boolean =>
  what === 'character' && why.length > 0 && why.every((doubt) => doubt === 'by-hand');
/** Characters by hand that no check digit can prove. */
export const isHandCharacter = ({ what, type }: Outcome, { style }: PageNews): boolean =>
  what === 'character' && style === 'capitals' && type !== 'comb identifier';
export const isTyped = ({ what }: Outcome, { style }: PageNews): boolean =>
  what === 'text' && style === 'typed';
export const isHandText = ({ what }: Outcome, { style }: PageNews): boolean =>
  what === 'text' && style === 'capitals';

const withCheck: readonly string[] = [
  'comb postal-code',
  'comb phone',
  'comb date',
  'comb identifier',
  'line email',
];

/** Counts typed fields that have a check of their own as wholes: one wrong character makes a field wrong. */
export function countChecked(pages: readonly PageNews[]): { accepted: number; wrong: number } {
  const fields = new Map<string, boolean>();
  for (const { seed, kind, style, outcomes } of pages) {
    if (style !== 'typed') continue;
    for (const { type, is, said } of outcomes) {
      if (is === 'person' || !withCheck.includes(type)) continue;
      const field = `${seed} ${kind} ${said.split(/[[:]/)[0]}`;
      fields.set(field, (fields.get(field) ?? false) || is === 'wrong');
    }
  }
  return { accepted: fields.size, wrong: [...fields.values()].filter((isWrong) => isWrong).length };
}

/** What a set of pages says about identity and place. */
export interface PageCount {
  pages: number;
  known: number;
  wrongIdentity: number;
  /** Of our pages that nothing names, and of those the ones that a person is offered. */
  unnamed: number;
  offered: number;
  forPerson: number;
  /** Nineteen places of twenty are nearer to where the reader believes them. Unit: millimetres */
  strayP95: number;
}

/** Counts pages. */
export function countPages(pages: readonly PageNews[]): PageCount {
  return {
    pages: pages.length,
    known: pages.filter(({ identity }) => identity === 'right').length,
    wrongIdentity: pages.filter(({ identity }) => identity === 'wrong').length,
    unnamed: pages.filter(({ isOffered }) => isOffered !== undefined).length,
    offered: pages.filter(({ isOffered }) => isOffered === true).length,
    forPerson: pages.filter(({ isForPerson }) => isForPerson).length,
    strayP95: share(
      pages.flatMap(({ strays }) => strays),
      0.95,
    ),
  };
}

/** Pages a minute that one process reads, and how many it would by whole-page recognition, on the pages that had both. */
export function pace(pages: readonly PageNews[]): { ours: number; peer: number; of: number } {
  const both = pages.flatMap(({ total, wholePage }) => (wholePage === undefined ? [] : { total, wholePage }));
  const perMinute = (times: number[]) => (60_000 * times.length) / times.reduce((sum, time) => sum + time, 0);
  return {
    ours: perMinute(both.map(({ total }) => total)),
    peer: perMinute(both.map(({ wholePage }) => wholePage)),
    of: both.length,
  };
}
