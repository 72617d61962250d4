import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { assets } from './assets.ts';
import { leanSheet } from './lean-sheet.ts';

it('the path of an asset changes with its content', () => {
  for (const { path, body } of assets) {
    expect(path).toContain(createHash('sha256').update(body).digest('hex').slice(0, 16));
  }
});

it('the style sheet asks for nothing from elsewhere', () => {
  for (const { body } of assets)
    expect(body.toString()).not.toMatch(/@import|url\(|https?:(?!\/\/www\.w3\.org)/);
});

const weight = (name: string) =>
  assets.find(({ path }) => path.includes(name))?.body.length ?? Number.POSITIVE_INFINITY;

it('a citizen page stays light', () => {
  expect(weight('guichet.')).toBeLessThan(40_000);
  expect(weight('public.')).toBeLessThan(15_000);
});

it('a sheet of style loses its comments and indents, and no rule', () => {
  const sheet = Buffer.from('/* Why: a\n   b. */\n@media print {\n  .a {\n    color: red;\n  }\n}\n');
  expect(leanSheet([sheet, sheet]).toString().trim()).toBe(
    '@media print {\n.a {\ncolor: red;\n}\n}\n@media print {\n.a {\ncolor: red;\n}\n}',
  );
});
