import type { Figure } from '../figure.ts';
import { type KindName, kindOf } from './kinds.ts';
import type { PageNews } from './play-page.ts';
import {
  type Count,
  count,
  countChecked,
  countPages,
  isCharacter,
  isHandCharacter,
  isHandText,
  isOddMark,
  isOffered,
  isPlainMark,
  isTyped,
  pace,
} from './tally.ts';

const scanned: readonly KindName[] = ['flatbed', 'feeder', 'upside-down', 'sideways', 'seen-through'];
const harmed: readonly KindName[] = ['code-lost', 'mark-lost'];
const faxed: readonly KindName[] = ['fax', 'fax-flat', 'fax-pdf'];

/** Holds what was counted against the limits that the desk promises itself for paper; kinds that were not played have none. */
export function limitsOf(all: readonly PageNews[]): Figure[] {
  const of = (...names: readonly KindName[]) => all.filter(({ kind }) => names.includes(kind));
  const [onScanner, spoilt, fax] = [of(...scanned), of(...harmed), of(...faxed)];
  const phone = of('phone', 'phone-turned');
  const strangers = all.filter(({ kind }) => kindOf(kind).isStranger === true);
  const clear = [...onScanner, ...phone];
  const typed = count(onScanner, isTyped);
  const checked = countChecked(onScanner);
  const byHand = count(all, isHandText);
  const plain = count(clear, isPlainMark);
  const [cells, offered] = [count(clear, isCharacter), count(clear, isOffered)];
  const seen = countPages(clear);
  const whole = countPages([...onScanner, ...spoilt, ...phone].filter(({ isWhole }) => isWhole));
  const unnamed = countPages(of('destroyed'));
  const { ours, peer, of: both } = pace(all);
  return [
    upTo('pages taken for another', countPages(all).wrongIdentity, all.length, 0),
    atLeast('pages known, scanned or photographed whole', seen.known, seen.pages, 0.999),
    atLeast('pages known, one code or one mark destroyed', countPages(spoilt).known, spoilt.length, 0.97),
    atLeast(
      'pages of ours that no code names: the right one offered to a person',
      unnamed.offered,
      unnamed.unnamed,
      0.9,
    ),
    upTo('pages of none or two of our forms: taken', ...takenOf(strangers), 0),
    distance('places on the sheet, 19 of 20, four marks or more found', whole.strayP95, 0.15),
    upTo('plain marks and empty boxes: sure and wrong', plain.wrong, plain.there, 0.0005),
    upTo('plain marks and empty boxes: to a person', plain.person, plain.there, 0.03),
    upTo(
      'marks astray, outside, corrected, blackened, faint or around: sure and wrong',
      ...wrongOf(count(all, isOddMark)),
      0.005,
    ),
    upTo('one code or mark destroyed: boxes sure and wrong', ...wrongOf(count(spoilt, isPlainMark)), 0.0005),
    atLeast(
      'characters in boxes: taken, or by hand and offered',
      cells.accepted + offered.there,
      cells.there,
      0.88,
    ),
    upTo(
      'characters in boxes: taken or offered and wrong',
      cells.wrong + Math.round(offered.characterError * offered.there),
      cells.accepted + offered.there,
      0.003,
    ),
    upTo(
      'characters by hand that no check digit proves: taken',
      count(all, isHandCharacter).accepted,
      count(all, isHandCharacter).there,
      0,
    ),
    atLeast('typed text, scanned: taken', typed.accepted, typed.there, 0.92),
    upTo('typed text, scanned: wrong among the taken', typed.wrong, typed.accepted, 0.005),
    upTo('typed, with a check of its own: wrong among the taken', checked.wrong, checked.accepted, 0.001),
    shareOf('typed text, scanned: characters wrong', typed, 0.0015),
    shareOf('typed text, faxed: characters wrong', count(fax, isTyped), 0.02),
    upTo(
      'faxes: anything taken without a person',
      count(fax, () => true).accepted,
      count(fax, () => true).there,
      0,
    ),
    upTo('text by hand: taken without a person', byHand.accepted, byHand.there, 0),
    ...(both === 0 ? [] : [faster(ours, peer, both)]),
  ].flatMap((figure) => figure ?? []);
}

const takenOf = (pages: readonly PageNews[]): [number, number] => [
  pages.filter(({ isForPerson }) => !isForPerson).length,
  pages.length,
];
const wrongOf = ({ wrong, there }: Count): [number, number] => [wrong, there];
const percent = (value: number) => `${(100 * value).toFixed(2)} %`;

/** Nothing there, nothing said. */
function upTo(what: string, some: number, all: number, most: number): Figure | undefined {
  if (all === 0) return undefined;
  return shareFigure(what, `${some} of ${all}`, some / all, most, some / all <= most);
}

function atLeast(what: string, some: number, all: number, least: number): Figure | undefined {
  if (all === 0) return undefined;
  const aim = `at least ${percent(least)}`;
  return { ...shareFigure(what, `${some} of ${all}`, some / all, least, some / all >= least), aim };
}

function shareOf(what: string, { there, characterError }: Count, most: number): Figure | undefined {
  return there === 0
    ? undefined
    : shareFigure(what, `${there} texts`, characterError, most, characterError <= most);
}

function shareFigure(what: string, counted: string, value: number, limit: number, holds: boolean): Figure {
  return {
    what,
    ours: `${percent(value)} (${counted})`,
    against: percent(limit),
    ratio: limit === 0 ? value : value / limit,
    aim: `at most ${percent(limit)}`,
    holds,
  };
}

function distance(what: string, measured: number, most: number): Figure | undefined {
  if (Number.isNaN(measured)) return undefined;
  return {
    what,
    ours: `${measured.toFixed(3)} mm`,
    against: `${most} mm`,
    ratio: measured / most,
    aim: `at most ${most} mm`,
    holds: measured <= most,
  };
}

function faster(ours: number, peer: number, of: number): Figure {
  return {
    what: `pages a minute and process, ${of} pages both ways`,
    ours: `${ours.toFixed(0)} read field by field`,
    against: `${peer.toFixed(0)} by whole-page recognition, same engine, one model once`,
    ratio: ours / peer,
    aim: 'at least 1',
    holds: ours >= peer,
  };
}
