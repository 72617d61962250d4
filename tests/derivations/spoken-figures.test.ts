import { languages } from '@guichet/kernel';
import { afterAll, describe, expect, it } from 'vitest';
import { hear } from './utterances/hear.ts';
import { madeUtterances } from './utterances/made-utterances.ts';
import { optionUtterances } from './utterances/option-utterances.ts';
import { type Utterance, utteranceKinds, writtenUtterances } from './utterances/read-utterances.ts';

/** What is asked of the telephone's ear. Source: issue 4, reference on the telephone §6 */
const asked = {
  fr: { utterances: 1000, refused: 150, right: 0.99 },
  en: { utterances: 200, refused: 50, right: 0.99 },
};
/** Of each kind made by chance. */
const madeEach = 60;

const lines = [['language', 'kind', 'utterances', 'to refuse', 'right', 'kept at once'].join('\t')];

describe.each(languages)('what a recogniser writes of what callers say, in %s', (language) => {
  const utterances = [
    ...writtenUtterances(language),
    ...madeUtterances(language, madeEach),
    ...optionUtterances(language),
  ];
  const heard = utterances.map((utterance) => ({ ...utterance, ...hear(utterance, language) }));
  const wrong = heard.filter(({ value, expected }) => value !== expected);

  it('is enough to tell, with refusals and each saying once', () => {
    const distinct = new Set(utterances.map(({ kind, context, said }) => `${kind} ${context} ${said}`));
    expect(distinct.size).toBeGreaterThanOrEqual(asked[language].utterances);
    expect(refusals(utterances).length).toBeGreaterThanOrEqual(asked[language].refused);
  });

  it.each(utteranceKinds)(
    '%s: at least 99 in 100 become the value meant, or are asked again where there is none',
    (kind) => {
      const of = heard.filter((utterance) => utterance.kind === kind);
      const right = of.filter(({ value, expected }) => value === expected);
      const share = `${((100 * right.length) / of.length).toFixed(1)} %`;
      lines.push(
        [language, kind, of.length, refusals(of).length, share, of.filter(({ kept }) => kept).length].join(
          '\t',
        ),
      );
      expect(
        right.length / of.length,
        said(of.filter(({ value, expected }) => value !== expected)),
      ).toBeGreaterThanOrEqual(asked[language].right);
    },
  );

  it('no wrong value is kept that was not read back first', () => {
    expect(said(wrong.filter(({ kept }) => kept))).toBe('');
  });

  it('only a plain yes, no, option or mark is kept without being read back', () => {
    const atOnce = heard.filter(({ kept }) => kept).map(({ kind }) => kind);
    expect([...new Set(atOnce)].toSorted()).toEqual(['choice', 'mark', 'menu', 'yes-no']);
  });

  afterAll(() => {
    if (language === languages.at(-1)) console.log(lines.join('\n'));
  });
});

function refusals<T extends Utterance>(utterances: readonly T[]): T[] {
  return utterances.filter(({ expected }) => expected === undefined);
}

function said(utterances: readonly (Utterance & { value: string | undefined })[]): string {
  return utterances
    .map(
      ({ kind, context, said: text, expected, value }) =>
        `${kind} ${context}: "${text}" is ${value}, not ${expected}`,
    )
    .join('\n');
}
