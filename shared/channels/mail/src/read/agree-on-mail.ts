import type { AgreedText } from './agree-on-text.ts';

/**
 * Gives the e-mail address that two of three different readers saw alike, sure unless it holds a letter that no picture
 * tells from a figure.
 *
 * Guarantee: pure; a person looks at `lilil@`, which is `lili1@` on a typewriter.
 */
export function agreedMail(first: string, second: string, third?: string): AgreedText {
  const text = [first, second].find((one) => one === third) ?? first;
  const isSeenTwice = first === second || third === first || third === second;
  return { text, isSure: isSeenTwice && isAddress.test(text) && !isEither.test(text) };
}

const isAddress = /^[a-z0-9._+-]+@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/;

/** An l at the end of a name or beside a figure may be a 1; an o beside a figure, a 0. */
const isEither = /l(?=@)|l(?=\d)|(?<=\d)l|o(?=\d)|(?<=\d)o/;
