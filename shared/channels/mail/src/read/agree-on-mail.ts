import type { AgreedText } from './agree-on-text.ts';

/**
 * Gives the e-mail address that two of three different readers saw alike, sure unless it holds a letter that no picture
 * tells from a figure, or a sign that only two of them saw.
 *
 * Guarantee: pure; a person looks at `lilil@`, which is `lili1@` on a typewriter, and at `j-roy@` where one reader saw
 *   `j.roy@`: two readers have taken a dot for a dash together.
 */
export function agreedMail(first: string, second: string, third?: string): AgreedText {
  const text = [first, second].find((one) => one === third) ?? first;
  const isSeenTwice = first === second || third === first || third === second;
  const signs = new Set([first, second, third ?? text].map(signsOf));
  return { text, isSure: isSeenTwice && signs.size === 1 && isAddress.test(text) && !isEither.test(text) };
}

/** What stands between the words of an address, in order. */
const signsOf = (address: string) => address.replace(/[^._+-]/g, '');

const isAddress = /^[a-z0-9._+-]+@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/;

/** An l at the end of a name or beside a figure may be a 1; an o beside a figure, a 0. */
const isEither = /l(?=@)|l(?=\d)|(?<=\d)l|o(?=\d)|(?<=\d)o/;
