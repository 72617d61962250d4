import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { complete, packRows } from '../../../../../tests/derivations/whole-pack.ts';
import { paperOptions } from '../../../../../tests/support/paper/index.ts';
import { isField } from './form-layout.ts';
import { layoutForm } from './lay-out-form.ts';
import { stillAsked } from './still-asked.ts';

const services = packRows()
  .filter(({ language }) => language === 'fr')
  .map(({ service }) => service);

it('of any request that lacks any answers, what is asked brings them all and nothing that was given; its form can be laid out', () => {
  const cut = fc.constantFrom(...services).chain((service) =>
    fc.record({
      service: fc.constant(service),
      answers: complete(service),
      lacks: fc.infiniteStream(fc.boolean()),
    }),
  );
  fc.assert(
    fc.property(cut, ({ service, answers, lacks }) => {
      const given = Object.fromEntries(Object.entries(answers).filter(() => !lacks.next().value));
      const asked = new Set(stillAsked(service, given).map(({ key }) => key));
      const missing = Object.keys(answers).filter((key) => !Object.hasOwn(given, key));
      expect([...asked].filter((key) => Object.hasOwn(given, key))).toEqual([]);
      expect(missing.filter((key) => !asked.has(key))).toEqual([]);
      const layout = layoutForm(service, 'fr', {
        ...paperOptions,
        request: {
          about: { kind: 'draft', number: '8440608922' },
          date: '24 novembre 2026',
          replyBy: '24 décembre 2026',
          paragraphs: [],
          asks: stillAsked(service, given),
        },
      });
      const printed = new Set(
        layout.pages.flatMap(({ items }) =>
          items.filter(isField).map(({ path }) => path.split('.')[0] ?? ''),
        ),
      );
      expect([...printed].sort()).toEqual([...asked].sort());
    }),
    { numRuns: 60 },
  );
}, 60_000);

it('what hangs on an answer that holds again only by another is asked with that other', () => {
  const service = services.find(({ definition }) => definition.code === 'revision-evaluation');
  if (!service) throw new Error('not in the pack');
  const asked = stillAsked(service, { 'behalf-role': 'appraiser' });
  const of = (key: string) => asked.find((one) => one.key === key);
  expect([of('behalf-whose'), of('behalf-role'), of('mandate-proof')]).toEqual([
    { key: 'behalf-whose', conditional: false },
    undefined,
    { key: 'mandate-proof', conditional: true },
  ]);
});
