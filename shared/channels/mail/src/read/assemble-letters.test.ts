import { describe, expect, it } from 'vitest';
import { assembleLetters } from './assemble-letters.ts';
import type { ReadPage } from './read-page.ts';

let index = 0;
const plain = (more: Partial<ReadPage> = {}): ReadPage => ({
  index: index++,
  doubts: [],
  blank: false,
  trust: 'none',
  marks: 0,
  picture: async () => Buffer.alloc(0),
  width: 1,
  height: 1,
  ...more,
});
const form = (serial: string, page: number, pages = 3) =>
  plain({
    code: {
      service: 'nid-de-poule',
      version: 1,
      language: 'fr',
      page,
      pages,
      serial,
      geometry: 'AAAA',
      paper: 'letter',
      print: 'normal',
    },
    trust: 'full',
  });

describe('assembleLetters', () => {
  it('pages out of order are put in order, and the missing and the doubled are told', () => {
    const { letters } = assembleLetters([
      form('A', 3),
      form('B', 1),
      form('A', 1),
      form('A', 3),
      form('B', 2),
      form('B', 3),
    ]);
    expect(letters).toMatchObject([
      { kind: 'form', serial: 'A', missing: [2], duplicates: [{ code: { page: 3 } }] },
      { kind: 'form', serial: 'B', missing: [], duplicates: [] },
    ]);
    expect(letters[0]?.pages.map((page) => page.code?.page)).toEqual([1, 3]);
  });

  it('pages without a code never take the identity of the form before them', () => {
    const { letters, blanks } = assembleLetters([
      form('A', 1, 1),
      plain(),
      plain({ blank: true }),
      plain(),
      form('B', 1, 1),
      plain(),
    ]);
    expect(letters.map((letter) => [letter.kind, letter.pages.length])).toEqual([
      ['form', 1],
      ['free', 2],
      ['form', 1],
      ['free', 1],
    ]);
    expect(letters[1]).toMatchObject({ follows: 'A' });
    expect(blanks).toHaveLength(1);
  });

  it('every page ends in exactly one place', () => {
    const pages = [
      plain(),
      form('A', 1),
      plain({ reference: '1234567890' }),
      form('A', 1),
      plain({ blank: true }),
      plain(),
    ];
    const { letters, blanks } = assembleLetters(pages);
    const placed = letters.flatMap((letter) => [
      ...letter.pages,
      ...(letter.kind === 'form' ? letter.duplicates : []),
    ]);
    expect([...placed, ...blanks].map((page) => page.index).sort()).toEqual(
      pages.map((page) => page.index).sort(),
    );
  });
});
