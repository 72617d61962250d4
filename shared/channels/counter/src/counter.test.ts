import { type Answers, askedName } from '@guichet/catalogue';
import { anyAnswers } from '@guichet/tests/any-answers';
import { sampleAnswers } from '@guichet/tests/sample-answers';
import { sampleService as service } from '@guichet/tests/sample';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counterScreen, readCounterForm, receipt } from './index.ts';

const today = '2026-11-23';
const fr = { language: 'fr' as const, today };

describe('the counter’s screen', () => {
  it('an answer typed by its codes is the same answer', () => {
    fc.assert(
      fc.property(anyAnswers(service), fc.constantFrom('fr' as const, 'en' as const), (answers, language) => {
        const screen = counterScreen(service, answers, { language, today });
        const read = readCounterForm(service, screen.values, { language, today });
        const expected = Object.fromEntries(Object.entries(answers).filter(([, value]) => !isNothing(value)));
        expect(withoutConsent(read.answers)).toEqual(withoutConsent(expected));
      }),
      { numRuns: 60 },
    );
  });

  it('shows the questions that hold, in order, with codes to type', () => {
    const screen = counterScreen(service, sampleAnswers, fr);
    expect(screen.fields.map((field) => field.name)).toEqual(
      service.visible(sampleAnswers).map(({ key }) => key),
    );
    const dog = screen.fields.find((field) => field.name === 'dog');
    expect(dog?.decides).toBe(true);
    expect(dog?.options.map((option) => option.code)).toEqual(['O', 'N']);
    expect(screen.values).toMatchObject({ colour: '2', tools: '1 3', dog: 'O', start: '2027-05-03' });
    expect(screen.fields.find((field) => field.name === 'household')?.entries).toHaveLength(2);
  });
});

describe('what a clerk types', () => {
  it.each([
    ['dog', 'o', true],
    ['dog', 'Y', true],
    ['dog', 'non', false],
    ['colour', '3', 'blue'],
    ['colour', 'bleu ciel', 'blue'],
    ['colour', 'v', 'green'],
    ['tools', '3,1', ['red', 'blue']],
    ['start', '20270503', '2027-05-03'],
    ['start', '03052027', '2027-05-03'],
    ['start', '3 5 2027', '2027-05-03'],
  ])('%s typed %s', (key, typed, value) => {
    expect(readCounterForm(service, { [key]: typed }, fr).answers[key]).toEqual(value);
  });

  it.each([
    ['colour', '9', 'not-an-option'],
    ['tools', '1 9', 'not-an-option'],
    ['dog', 'peut-être', 'not-an-option'],
    ['start', '20271340', 'bad-date'],
  ])('%s typed %s is refused, not guessed', (key, typed, code) => {
    const read = readCounterForm(service, { [key]: typed }, fr);
    expect(read.problems).toContainEqual(expect.objectContaining({ path: key, code }));
    expect(read.typed[key]).toBe(typed);
  });

  it('draws again without reproach when an answer makes another question hold', () => {
    const { 'dog-name': _, ...before } = sampleAnswers;
    const screen = counterScreen(service, { ...before, dog: false }, fr);
    const form = { ...screen.values, dog: 'O', [askedName()]: screen.asked };
    const read = readCounterForm(service, form, fr);
    expect(read.again).toBe(true);
    const next = counterScreen(service, read.answers, { ...fr, typed: read.typed });
    expect(next.asked).toContain('dog-name');
    expect(readCounterForm(service, { ...form, [askedName()]: next.asked }, fr)).toMatchObject({
      again: false,
      problems: [{ path: 'dog-name', code: 'required' }],
    });
  });

  it('leaves out what was typed under a question that no longer holds', () => {
    const screen = counterScreen(service, sampleAnswers, fr);
    const read = readCounterForm(service, { ...screen.values, dog: 'N' }, fr);
    expect(read.raw).not.toHaveProperty('dog-name');
    expect(service.parse(read.raw, { today })).toMatchObject({ ok: true });
  });

  it('adds and removes entries', () => {
    const screen = counterScreen(service, sampleAnswers, fr);
    const read = readCounterForm(service, { ...screen.values, _action: 'remove:household:0' }, fr);
    expect(read.again).toBe(true);
    const next = counterScreen(service, read.answers, { ...fr, typed: read.typed });
    expect(next.fields.find((field) => field.name === 'household')?.entries).toHaveLength(1);
    expect(next.values['household.0.who.given']).toBe('Ève');
  });
});

describe('receipt', () => {
  it('says the reference in groups, the days in words, and nothing of the person', () => {
    const said = receipt({
      reference: '4815162342',
      service: service.definition.name,
      receivedOn: today,
      dueOn: '2026-12-07',
      next: service.definition.next,
      language: 'fr',
    });
    expect(said.reference).toBe('481 516 2342');
    expect(said.lines.map((line) => line.value)).toEqual([
      'Demande complète',
      '23 novembre 2026',
      '7 décembre 2026',
    ]);
  });
});

const isNothing = (value: unknown) => Array.isArray(value) && value.length === 0;

/** A box that is shown unticked is a no: an optional consent that was never asked becomes one. */
function withoutConsent(answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).filter(([, value]) => value !== false && !isNothing(value)),
  );
}
