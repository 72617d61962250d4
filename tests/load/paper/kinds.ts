import {
  type Profile,
  type ScanFormat,
  type Sheet,
  seenThrough,
  withoutCodes,
  withoutOneCode,
  withoutOneMark,
} from '../../support/paper/index.ts';

/** What happens to a page on its way from the person to the reader. */
export interface Kind {
  /** What happens to the sheet before it is scanned; `back` is what is printed and written on its other side. */
  damage?: (sheet: Sheet, random: () => number, back: Sheet) => Sheet;
  profile: Profile;
  format: ScanFormat;
  about: string;
}

/** The kinds of the lab by their names on the command line. */
export const kinds = {
  flatbed: { profile: 'flatbed', format: 'pdf', about: 'a flatbed, half a degree askew' },
  feeder: { profile: 'feeder', format: 'tiff', about: 'a feeder: up to 3° askew, dust, at times a streak' },
  'upside-down': { profile: 'rot180', format: 'pdf', about: 'a feeder, head first' },
  sideways: { profile: 'rot90', format: 'pdf', about: 'a feeder, a quarter turn' },
  phone: { profile: 'phone', format: 'jpeg', about: 'a photo from one side, with a shadow' },
  'seen-through': {
    damage: (sheet, random, back) => seenThrough(sheet, back, random),
    profile: 'office',
    format: 'pdf',
    about: 'thin paper: the next page, on its back, shows through mirrored',
  },
  'code-lost': {
    damage: withoutOneCode,
    profile: 'office',
    format: 'pdf',
    about: 'one of the two codes destroyed',
  },
  'mark-lost': {
    damage: withoutOneMark,
    profile: 'office',
    format: 'pdf',
    about: 'one corner mark torn off, stuck over or half hidden',
  },
  fax: { profile: 'fax-coarse', format: 'tiff', about: 'a fax of 200×100 dots an inch, each line twice' },
  'fax-flat': {
    profile: 'fax-flat',
    format: 'tiff',
    about: 'the same, as it was sent: pixels twice as tall as wide',
  },
  'fax-pdf': {
    profile: 'fax-flat',
    format: 'bilevel-pdf',
    about: 'the same, in a PDF of the size of a letter',
  },
  destroyed: { damage: withoutCodes, profile: 'office', format: 'pdf', about: 'both codes scribbled over' },
} satisfies Record<string, Kind>;
export type KindName = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as KindName[];
