import {
  type Profile,
  type ScanFormat,
  type Sheet,
  ofAnotherBody,
  seenThrough,
  somethingElse,
  turnedRound,
  twoOnOne,
  withoutCodes,
  withoutOneCode,
  withoutOneMark,
} from '../../support/paper/index.ts';

/** What happens to a page on its way from the person to the reader. */
export interface Kind {
  /** What happens to the sheet before it is scanned; `other` is the one below. */
  damage?: (sheet: Sheet, random: () => number, other: Sheet) => Sheet;
  /** The next page of the form, which is printed and written on its back, or the first page of another form. */
  other?: 'back' | 'another-form';
  /** No machine may take it for a page of a form: it is none, or two. */
  isStranger?: true;
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
  'phone-turned': {
    damage: turnedRound,
    profile: 'phone',
    format: 'jpeg',
    about: 'the same, the sheet lying sideways or head first',
  },
  'seen-through': {
    damage: (sheet, random, back) => seenThrough(sheet, back, random),
    other: 'back',
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
    format: 'fax-tiff',
    about: 'the same, as it was sent: pixels twice as tall as wide',
  },
  'fax-pdf': {
    profile: 'fax-flat',
    format: 'bilevel-pdf',
    about: 'the same, in a PDF of the size of a letter',
  },
  destroyed: { damage: withoutCodes, profile: 'office', format: 'pdf', about: 'both codes scribbled over' },
  'two-forms': {
    damage: (sheet, _, other) => twoOnOne(sheet, other),
    other: 'another-form',
    isStranger: true,
    profile: 'office',
    format: 'pdf',
    about: 'pages of two forms copied side by side',
  },
  foreign: {
    damage: (sheet, random) => ofAnotherBody(sheet, `https://exemple.org/f/${Math.floor(random() * 1e9)}`),
    isStranger: true,
    profile: 'office',
    format: 'pdf',
    about: 'a form of another body, with its own codes where ours stand',
  },
  'other-desk': {
    damage: (sheet, random) =>
      ofAnotherBody(sheet, `G1/PERMIS-CHIEN/1/FR/1-2/${Math.floor(random() * 1e9)}/AAAA/0123456789`),
    isStranger: true,
    profile: 'office',
    format: 'pdf',
    about: 'a form of a desk like ours, signed with another key',
  },
  'something-else': {
    damage: (_, random) => somethingElse(random),
    isStranger: true,
    profile: 'phone',
    format: 'jpeg',
    about: 'a photo of something that is no form',
  },
} satisfies Record<string, Kind>;
export type KindName = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as KindName[];
export const kindOf = (name: KindName): Kind => kinds[name];
