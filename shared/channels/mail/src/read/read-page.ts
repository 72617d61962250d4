import type { PageCode } from '../page-code.ts';
import type { Registration } from './register-page.ts';

/** Why a page can't be taken at its word. */
export type PageDoubt = 'forged-code' | 'two-codes' | 'unregistered' | 'undecodable';

/** One page of a scan: whose it is and its picture, which has no width where there is none. Shape: all but the picture is plain JSON, since pages come from a process of their own. */
export interface ReadPage {
  /** Place in the file, from 0. */
  index: number;
  /** The form's page it is, when its code is ours and proven. */
  code?: PageCode;
  /** What its one code says, as it stands there. */
  codeText?: string;
  /** The case of a letter of ours that came back. */
  reference?: string;
  doubts: PageDoubt[];
  /** Nothing is written on it: the back of a sheet. */
  blank: boolean;
  /** `none`: the picture is as it was scanned and no field can be read from it. */
  trust: Registration['trust'] | 'none';
  marks: number;
  /**
   * Gives it as JPEG in grey; straightened to 300 dots per inch of its own sheet unless trust is `none`. Asked for, not held: two
   * hundred of them are 150 MB.
   */
  picture: () => Promise<Buffer>;
  width: number;
  height: number;
}

/** Gives a page whose picture can't be shown: it goes to a person, who takes the sheet itself. */
export function undecodable(index: number): ReadPage {
  return {
    index,
    doubts: ['undecodable'],
    blank: false,
    trust: 'none',
    marks: 0,
    picture: async () => Buffer.alloc(0),
    width: 0,
    height: 0,
  };
}
