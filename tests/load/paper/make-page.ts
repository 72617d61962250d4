import { isField } from '@guichet/channels/mail';
import { type PageCode, readPageCode } from '../../../shared/channels/mail/src/page-code.ts';
import type { PackRow } from '../../derivations/whole-pack.ts';
import { writtenForm } from '../../derivations/written-form.ts';
import {
  degrade,
  paperSign,
  type ScanFormat,
  type Sheet,
  type Style,
  seeded,
  testForm,
  toScan,
  type WrittenField,
  writeForm,
} from '../../support/paper/index.ts';
import { anyWriting } from './any-writing.ts';
import { type Kind, type KindName, kinds } from './kinds.ts';

/** A page that was printed, written on, spoilt and scanned, with the truth about it. */
export interface MadePage {
  seed: number;
  row: PackRow;
  kind: KindName;
  style: Style;
  /** What its codes say. */
  code: PageCode;
  /** Every field printed on it and what was written there. */
  written: WrittenField[];
  /** The sheet as the scanner saw it, and how it came to lie so. */
  seen: Sheet;
  file: Buffer;
}

/** What pages are made of. */
export interface Making {
  rows: readonly PackRow[];
  kinds: readonly KindName[];
}

/** Unit: share of the pages written with a typewriter. */
const typedShare = 0.6;

/**
 * Makes the page of a seed: kinds in turn, a form of any service and language, any of its pages on which something is
 * written.
 *
 * Guarantee: the same seed, rows and kinds make the same page.
 */
export async function makePage(seed: number, { rows, kinds: named }: Making): Promise<MadePage> {
  const random = seeded(seed * 7919);
  const row = rows[Math.floor(random() * rows.length)];
  const kind = named[seed % named.length];
  if (row === undefined || kind === undefined) throw new Error('no service or no kind to make a page of');
  const style: Style = random() < typedShare ? 'typed' : 'capitals';
  const answers = writtenForm(row, seed, anyWriting);
  const form = testForm(row.service, row.language, `LAB${String(seed).padStart(7, '0')}`);
  const pages = form.pages.filter(({ items }) =>
    items.some((item) => isField(item) && answers[item.path.split('.')[0] ?? ''] !== undefined),
  );
  const front = pages[Math.floor(random() * pages.length)] ?? form.pages[0];
  if (front === undefined) throw new Error(`${row.name} has no page`);
  const back = form.pages[front.number % form.pages.length] ?? front;
  const printed = back === front ? [front] : [front, back];
  const { sheets, written } = await writeForm({ ...form, pages: printed }, answers, row.service, {
    style,
    marks: 'many',
    seed,
  });
  const [sheet, behind = sheet] = sheets;
  if (sheet === undefined || behind === undefined) throw new Error(`${row.name} was not printed`);
  const how: Kind = kinds[kind];
  const spoilt = how.damage?.(sheet, random, behind) ?? sheet;
  const [seen] = await degrade([spoilt], how.profile, seed);
  if (seen === undefined) throw new Error('no sheet came back');
  return {
    seed,
    row,
    kind,
    style,
    code: codeOf(front.code),
    written: written.filter(({ page }) => page === front.number),
    seen,
    file: await toScan([seen], how.format satisfies ScanFormat),
  };
}

function codeOf(text: string): PageCode {
  const code = readPageCode(text, paperSign);
  if (code === undefined || code === 'forged') throw new Error(`${text} is no page code`);
  return code;
}
