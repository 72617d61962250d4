import { share } from '../figure.ts';
import type { PageNews } from './play-page.ts';
import { steps } from './read-page.ts';
import {
  type Count,
  count,
  countPages,
  isCharacter,
  isHandText,
  isMark,
  isPlainMark,
  isTyped,
  pace,
} from './tally.ts';

/** Prints what became of the pages: by kind, by type of field, and the time of each step. */
export function printTables(pages: readonly PageNews[]): void {
  const kinds = [...new Set(pages.map(({ kind }) => kind))];
  const table = (head: string[], cellsOf: (pages: readonly PageNews[]) => string[]) => {
    printTable(
      ['kind', ...head],
      [...kinds, 'all'].map((kind) => [
        kind,
        ...cellsOf(kind === 'all' ? pages : pages.filter((page) => page.kind === kind)),
      ]),
    );
    console.log();
  };
  table(
    [
      'pages',
      'code right',
      'wrong id',
      'offered',
      'to a person',
      'off p95 mm',
      ...heads('marks'),
      ...heads('cells'),
    ],
    (some) => [...pageCells(some), ...cells(count(some, isMark)), ...cells(count(some, isCharacter))],
  );
  table(['typed CER', ...heads('typed'), ...heads('by hand')], (some) => [
    errorCell(count(some, isTyped)),
    ...cells(count(some, isTyped)),
    ...cells(count(some, isHandText)),
  ]);
  const rows = new Map<string, (outcome: PageNews['outcomes'][number], page: PageNews) => boolean>();
  for (const page of pages)
    for (const { what, type } of page.outcomes)
      rows.set(
        what === 'mark' ? `mark: ${type}` : `${type}, ${page.style}`,
        (one, { style }) =>
          one.what === what && one.type === type && (what === 'mark' || style === page.style),
      );
  printTable(
    ['field', 'there', ...heads(''), 'CER'],
    [...rows]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, passes]) => {
        const counted = count(pages, passes);
        return [
          name,
          String(counted.there),
          ...cells(counted),
          name.startsWith('mark') ? '' : percent(counted.characterError),
        ];
      }),
  );
  console.log();
  printReasons(pages);
  printTable(
    ['step', 'ms: mean', 'p95', 'share'],
    [
      ...steps.map((step) =>
        stepRow(
          step,
          pages.map(({ spent }) => spent[step]),
          pages,
        ),
      ),
      stepRow(
        'file to answers',
        pages.map(({ total }) => total),
        pages,
      ),
    ],
  );
  const { ours, peer, of } = pace(pages);
  if (of > 0)
    console.log(
      `pages a minute and process, on ${of} pages: ${ours.toFixed(0)}; by whole-page recognition ${peer.toFixed(0)}; ratio ${(ours / peer).toFixed(2)}`,
    );
}

/** Why marks that leave no doubt to an eye, and empty boxes, went to a person. */
function printReasons(pages: readonly PageNews[]): void {
  const reasons = new Map<string, number>();
  let there = 0;
  for (const { kind, outcomes } of pages)
    for (const outcome of outcomes.filter(isPlainMark)) {
      there += 1;
      if (outcome.is !== 'person') continue;
      const why = `${kind}, ${outcome.type}: ${outcome.why?.join(' + ') ?? '?'}`;
      reasons.set(why, (reasons.get(why) ?? 0) + 1);
    }
  if (reasons.size === 0) return;
  const rows = [...reasons].sort(([, a], [, b]) => b - a);
  printTable(
    ['plain marks and empty boxes to a person', 'number', 'share'],
    rows.map(([why, number]) => [why, String(number), percent(number / there)]),
  );
  console.log();
}

const heads = (what: string) => ['wrong', 'taken', 'person'].map((head) => `${what} ${head}`.trim());
const percent = (value: number) => (Number.isNaN(value) ? '-' : `${(100 * value).toFixed(2)}%`);
const cells = ({ there, wrong, accepted, person }: Count): string[] =>
  there === 0 ? ['-', '-', '-'] : [String(wrong), percent(accepted / there), percent(person / there)];

function pageCells(pages: readonly PageNews[]): string[] {
  const { known, wrongIdentity, unnamed, offered, forPerson, strayP95 } = countPages(pages);
  return [
    String(pages.length),
    percent(known / pages.length),
    String(wrongIdentity),
    unnamed === 0 ? '-' : `${offered} of ${unnamed}`,
    percent(forPerson / pages.length),
    Number.isNaN(strayP95) ? '-' : strayP95.toFixed(3),
  ];
}

const errorCell = ({ there, characterError }: Count) => (there === 0 ? '-' : percent(characterError));

function stepRow(name: string, times: readonly number[], pages: readonly PageNews[]): string[] {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return [
    name,
    (sum(times) / times.length).toFixed(0),
    share(times, 0.95).toFixed(0),
    percent(sum(times) / sum(pages.map(({ total }) => total))),
  ];
}

function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((name, at) =>
    Math.max(...[name, ...rows.map((row) => row[at] ?? '')].map((text) => text.length)),
  );
  for (const row of [head, ...rows])
    console.log(
      row
        .map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0)))
        .join('  '),
    );
}
