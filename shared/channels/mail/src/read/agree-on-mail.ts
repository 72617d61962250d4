import type { AgreedText } from './agree-on-text.ts';

/**
 * Gives the e-mail address that two readers of two kinds saw alike, sure unless it holds a letter that no picture tells from a
 * figure, or a sign that not all of them saw. `first` and `third` are networks; `second` is the classifier of outlines, `again`
 * its second look.
 *
 * Guarantee: pure; a person looks at `lilil@`, which is `lili1@` on a typewriter, at `j-roy@` where one reader saw `j.roy@`,
 *   and at `ville.qgc.ca`, which two networks have made of `ville.qc.ca` together.
 */
export function agreedMail(first: string, second: string, third?: string, again?: string): AgreedText {
  const networks = [first, third].filter((one) => one !== undefined);
  const witnessed = networks.find((one) => one === second || one === again);
  const text = witnessed ?? first;
  const signs = new Set([first, second, third ?? text].map(signsOf));
  const isSure = witnessed !== undefined && signs.size === 1 && isAddress.test(text) && !isEither.test(text);
  return { text, isSure };
}

/** What stands between the words of an address, in order. */
const signsOf = (address: string) => address.replace(/[^._+-]/g, '');

const isAddress = /^[a-z0-9._+-]+@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/;

/** An l at the end of a name or beside a figure may be a 1; an o beside a figure, a 0. */
const isEither = /l(?=@)|l(?=\d)|(?<=\d)l|o(?=\d)|(?<=\d)o/;
