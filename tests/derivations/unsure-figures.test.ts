import { languages } from '@guichet/kernel';
import { afterAll, describe, expect, it } from 'vitest';
import { type Heard, hear } from './utterances/hear.ts';
import { madeUtterances } from './utterances/made-utterances.ts';
import { optionUtterances } from './utterances/option-utterances.ts';
import { type Utterance, utteranceKinds, writtenUtterances } from './utterances/read-utterances.ts';

/** How badly a recogniser says that it heard: noise, a poor line, a voice it does not know. */
const confidence = 0.3;
/** Of each kind made by chance. */
const madeEach = 60;

const columns = ['language', 'kind', 'utterances', 'read back', 'asked again', 'wrong', 'kept at once'];
const lines = [columns.join('\t')];

describe.each(languages)(`what callers say, heard with a confidence of ${confidence}, in %s`, (language) => {
  const heard = [
    ...writtenUtterances(language),
    ...madeUtterances(language, madeEach),
    ...optionUtterances(language),
  ].map((utterance) => ({ ...utterance, ...hear(utterance, language, confidence) }));

  it.each(utteranceKinds)('%s: nothing is kept that was not read back', (kind) => {
    const of = heard.filter((utterance) => utterance.kind === kind);
    const readBack = of.filter(({ value }) => value !== undefined);
    const wrong = readBack.filter(({ value, expected }) => value !== expected);
    const kept = of.filter((utterance) => utterance.kept);
    const counts = [of.length, readBack.length, of.length - readBack.length, wrong.length, kept.length];
    lines.push([language, kind, ...counts].join('\t'));
    expect(of.length).toBeGreaterThan(0);
    expect(told(kept)).toEqual([]);
  });

  it('a yes and a no heard as badly settle nothing: what was read back is asked again', () => {
    const readBack = heard.filter(({ value }) => value !== undefined);
    expect(readBack.length).toBeGreaterThan(heard.length / 3);
    expect(told(readBack.filter(({ isAskedAgain }) => isAskedAgain !== true))).toEqual([]);
  });

  afterAll(() => {
    if (language === languages.at(-1)) console.log(lines.join('\n'));
  });
});

function told(utterances: readonly (Utterance & Heard)[]): string[] {
  return utterances.map(({ kind, context, said, value }) => `${kind} ${context}: "${said}" is ${value}`);
}
