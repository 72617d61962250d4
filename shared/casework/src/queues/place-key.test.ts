import { expect, it } from 'vitest';
import { placeKey } from './place-key.ts';

it.each([
  ['245, rue Sainte-Thérèse, devant l’école', 'sainte therese'],
  ['Sainte-Thérèse', 'sainte therese'],
  ['Devant le 1200 boul. de la Montagne', 'montagne'],
  ['12 Main Street', 'main'],
  ['5e Avenue', '5e'],
  ['1200', undefined],
  ['', undefined],
])('the street of « %s »', (text, street) => {
  expect(placeKey(text)).toBe(street);
});
