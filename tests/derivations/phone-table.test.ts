import { languages } from '@guichet/kernel';
import { afterAll, describe, expect, it } from 'vitest';
import { type PhoneFigure, phoneFigures } from './phone-figures.ts';
import { packRows } from './whole-pack.ts';

/** What a call may take: two prompts a question, one for each option or rank named, and what frames any call. */
const promptsMax = ({ questions, parts }: PhoneFigure): number => 2 * questions + parts + 8;
/** No request, however full, may take more. */
const hardCap = { prompts: 120, presses: 200 };
/** The shortest way through a request stays bearable. */
const shortCap = { prompts: 50, presses: 100 };
/** A change of address for one person: what a caller bears without help. */
const moveOfOne = { prompts: 20, presses: 50 };

/** The newest version of each service that the telephone carries: together they make the menu. */
const services = [
  ...new Map(packRows().map(({ service }) => [service.definition.code, service] as const)).values(),
].filter(({ definition }) => definition.channels.phone === undefined);

const rows = services.flatMap((service) =>
  languages.map((language) => ({ service, language, code: service.definition.code })),
);

const columns = ['asked', 'prompts', 'presses', 'recordings'];
const table = [['service', 'language', ...columns, ...columns].join('\t')];

describe('a whole request by keys and recordings, from the greeting to the reference', () => {
  it.each(rows)(
    '$code ($language) stays within its prompts and presses',
    async ({ service, language, code }) => {
      const { shortest, fullest } = await phoneFigures(service, language, services);
      const cells = [shortest, fullest].flatMap(({ questions, parts, prompts, presses, recordings }) => [
        parts === 0 ? questions : `${questions}+${parts}`,
        prompts,
        presses,
        recordings,
      ]);
      table.push([code, language, ...cells].join('\t'));
      for (const figure of [shortest, fullest]) {
        expect(figure.prompts).toBeLessThanOrEqual(promptsMax(figure));
        within(figure, hardCap);
      }
      within(shortest, shortCap);
      if (code === 'changement-adresse') within(shortest, moveOfOne);
    },
  );

  afterAll(() => console.log(aligned(table)));
});

function within(figure: PhoneFigure, cap: { prompts: number; presses: number }): void {
  expect(figure.prompts, 'prompts').toBeLessThanOrEqual(cap.prompts);
  expect(figure.presses, 'presses').toBeLessThanOrEqual(cap.presses);
}

/** The shortest call of each service, then the fullest of twenty. */
function aligned(lines: readonly string[]): string {
  const cells = lines.map((line) => line.split('\t'));
  const widths = (cells[0] ?? []).map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  return cells.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')).join('\n');
}
