import type { KeyedField } from '@guichet/casework';
import { type CompiledService, questionAt } from '@guichet/catalogue';
import { counterScreen } from '@guichet/channels/counter';
import { FixedClock } from '@guichet/kernel';
import { createLogger } from '@guichet/platform';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyAnswers } from '../../../../tests/support/any-answers.ts';
import { type DeskVisitor, visit } from '../../../../tests/support/desk-visitor.ts';
import {
  lettersRead,
  offenceAnswers,
  readField,
  readForm,
} from '../../../../tests/support/doors/keyed-letters.ts';
import { csrfIn, valuesIn } from '../../../../tests/support/doors/values-in.ts';
import { fieldValues } from '../../../../tests/support/paper/field-values.ts';
import { sampleService } from '../../../../tests/support/sample-service.ts';
import { testPassword, useDesk } from '../../../../tests/support/test-desk.ts';
import { createApp } from '../app.tsx';
import { proposedValues } from './letter-values.ts';
import { compareSample, keyedFields } from './station-form.ts';

const clock = new FixedClock('2026-11-24T15:00:00Z');
const desk = await useDesk({ clock });
await desk.staff('commis', ['clerk'], ['voirie']);
const log = createLogger('test', { level: 'silent' });
const visitor: DeskVisitor = visit(
  createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false }),
);
await visitor.signIn('commis', testPassword);
const services = desk.ctx.catalogue.services.filter(
  ({ definition }) => definition.channels.mail === undefined,
);
const fr = { language: 'fr', today: '2026-11-24' } as const;
const paragraphs = 'Un premier paragraphe.\n\nEt un second.';

/** Answers that bring each date and each long text of a service at least once, the long ones in two paragraphs. */
function drawn(service: CompiledService): { answers: Record<string, unknown>; paths: string[] }[] {
  const texts = fc.constantFrom('Rue des Pins', 'Luc Roy');
  const arbitrary = anyAnswers(service, (question) => {
    if (question.type === 'long-text') return fc.constant(paragraphs);
    if (question.type === 'text') return texts;
    if (question.type === 'person')
      return fc.record({
        given: texts,
        family: texts,
        ...(question.birthDate ? { birthDate: fc.constant('1958-03-09') } : {}),
      });
    if (question.type === 'file') return fc.constant({ later: 'post' });
    return question.type === 'place' ? fc.record({ text: texts }) : undefined;
  });
  const kept: ReturnType<typeof drawn> = [];
  const missing = new Set(wanted(service));
  for (const answers of fc.sample(arbitrary, { seed: 20261130, numRuns: 200 })) {
    const paths = [...fieldValues(service, answers).keys()];
    const brings = paths.filter((path) => missing.delete(withoutIndex(path)));
    if (brings.length > 0 || kept.length === 0) kept.push({ answers, paths });
  }
  expect([...missing], service.definition.code).toEqual([]);
  return kept;
}

const withoutIndex = (path: string): string => path.replace(/\.\d+\./, '.');

function wanted(service: CompiledService): string[] {
  return service.questions
    .flatMap((question) =>
      question.type === 'group'
        ? question.questions.map(({ key, type }) => ({ path: `${question.key}.${key}`, type }))
        : [{ path: question.key, type: question.type }],
    )
    .filter(({ type }) => type === 'date' || type === 'long-text')
    .map(({ path }) => path);
}

/** Reads the boxes of a page that confirm fields, and those of them that wait for a key. */
function boxesIn(html: string): { all: string[]; waiting: string[] } {
  const boxes = [...html.matchAll(/<input[^>]* data-confirms="([^"]+)"[^>]*>/g)];
  const paths = (found: typeof boxes) => found.map(([, path = '']) => path).sort();
  return { all: paths(boxes), waiting: paths(boxes.filter(([input]) => input.includes('aria-invalid'))) };
}

async function sendUntouched(service: CompiledService, answers: Record<string, unknown>, paths: string[]) {
  const { code, version } = service.definition;
  const fields = paths.map((path) => readField(path, 'lu', { doubts: ['readings-differ'] }));
  const [id] = await lettersRead(desk, [readForm(code, version, answers, fields)]);
  const address = `/mailroom/letters/${id}`;
  const { html } = await visitor.get(address);
  const sent = await visitor.post(address, { ...valuesIn(html), _csrf: csrfIn(html) });
  return { before: boxesIn(html), sent, after: boxesIn(sent.html) };
}

describe('a letter sent as the page stood', () => {
  it.each(services.map((service) => [service.definition.code, service] as const))(
    '%s: every field in doubt still waits for a key',
    async (_, service) => {
      for (const { answers, paths } of drawn(service)) {
        const { before, sent, after } = await sendUntouched(service, answers, paths);
        expect(before.all.length).toBeGreaterThan(0);
        expect(sent.path).toContain('check');
        expect(after.waiting).toEqual(before.all);
      }
    },
    120_000,
  );
});

describe('what a page shows of itself', () => {
  const address = { street: '12, rue des Érables', municipality: 'Québec', postalCode: 'G1R 4S9' };
  const paths = [...Object.keys(address), 'province'].map((part) => `address.${part}`);

  it.each([
    ['left blank', {}],
    ['misread', { province: 'OC' }],
  ])('is no key: a province %s waits for one', async (_, read) => {
    const service = desk.ctx.catalogue.find('payer-constat');
    if (!service) throw new Error('no service');
    const answers = { ...offenceAnswers, address: { ...address, ...read } };
    const { sent, after } = await sendUntouched(service, answers, paths);
    expect(sent.path).toContain('check');
    expect(after.waiting).toEqual(paths.toSorted());
  });

  it('is of a date in an entry that the definition refuses its line, as it was read', () => {
    const household = [{ works: false, likes: ['red'], since: '2020-01-15' }];
    const values = proposedValues(sampleService, { answers: { household } }, fr);
    expect(values).toMatchObject({ 'household.0.since': '2020-01-15', 'household.0.works': 'N' });
    expect(Object.keys(values).filter((name) => name.startsWith('household.0.since'))).toHaveLength(1);
  });
});

describe('the sample', () => {
  it.each(
    services.flatMap((service) =>
      wanted(service)
        .filter((path) => questionAt(service, path)?.question.type === 'date' && !path.includes('.'))
        .map((path) => [service.definition.code, path, service] as const),
    ),
  )('%s: the date %s keyed as it was read is right, and counts so', (_, path, service) => {
    const found = drawn(service).find(({ paths }) => paths.includes(path));
    if (!found) throw new Error('no such date');
    const day = String(found.answers[path]);
    const proposed = proposedValues(service, found, fr);
    const marks = { confirmed: new Set<string>(), seen: new Set<string>() };
    for (const typed of [day, day.replaceAll('-', ' ')]) {
      const stands = compareSample({ [path]: typed }, marks, [path], proposed);
      expect([...stands.marks.confirmed]).toEqual([path]);
      const letter = { fields: [readField(path, day)] };
      const done: KeyedField[] = keyedFields(letter, [path], proposed, stands.form, stands.marks);
      expect(done).toEqual([{ path, how: 'confirmed', sample: { wrong: false } }]);
    }
    const other = compareSample({ [path]: '1999-01-01' }, marks, [path], proposed);
    expect([...other.marks.confirmed]).toEqual([]);
    expect(counterScreen(service, found.answers as never, fr).values[path]).toBe(day);
  });
});
