import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { assets } from './assets.ts';

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
