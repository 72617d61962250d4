import { describe, expect, it } from 'vitest';
import { readVIf } from './read-v-if.ts';

describe('a v-if', () => {
  it.each([
    "val('a') === 'x'",
    'val("a") != \'x\'',
    "'x' == val('a')",
    "val('prefixId$a').includes('x')",
    "val(`${name}.a`, index) === 'true'",
    "this.val('a') && !this.val('b')",
    'form.a',
    "!(val('a') === 'x' || (val('b') >= 3 && val('c').length > 0))",
    "['x', 'y'].includes(val('a'))",
    "val('a')?.includes('x')",
    "val('a') === true",
  ])('of data is read: %s', (source) => {
    expect(readVIf(source)).toBeDefined();
  });

  it.each([
    'this.estConjoint()',
    "val('a').some(x => x)",
    "val('a') + 1 > 2",
    "new Date(val('a')) > 0",
    "val('a') ? true : false",
    "val(nom) === 'x'",
    "val('a') ===",
    "(val('a')",
    "val('a'))",
    "this.wf.etape.nom === 'initial'",
    "val('a').charAt(0) === 'x'",
    "val('a', 0) === 'x'",
    `${'!'.repeat(100)}val('a')`,
    `${'('.repeat(100)}val('a')${')'.repeat(100)}`,
  ])('that is a script is not: %s', (source) => {
    expect(readVIf(source)).toBeUndefined();
  });

  it('puts && before ||, as scripts do', () => {
    expect(readVIf("val('a') || val('b') && val('c')")).toEqual({
      kind: 'any',
      parts: [
        { kind: 'answer', name: 'a' },
        {
          kind: 'all',
          parts: [
            { kind: 'answer', name: 'b' },
            { kind: 'answer', name: 'c' },
          ],
        },
      ],
    });
  });
});
