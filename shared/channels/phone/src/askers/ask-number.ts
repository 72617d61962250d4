import type { QuestionOf } from '@guichet/catalogue';
import { keyedDigits } from '../grammar/keyed-digits.ts';
import { type Asker, type Asking, gather, missOf, spokenLabel } from './asker.ts';

/** Digits ended by pound; the part after the decimal mark is asked apart, since `*` erases and has no other use. */
export const askNumber: Asker<QuestionOf<'number'>> = {
  ask(asking) {
    const { words, question, language, sub } = asking;
    if (sub.step === 'fraction') return { say: [words.fraction(question.decimals)], listen: gather('many') };
    const zero = question.min === undefined || question.min <= 0 || question.decimals > 0;
    return {
      say: [spokenLabel(asking), words.numberKeys(question.unit?.[language]), ...(zero ? [words.zero] : [])],
      listen: gather('many'),
    };
  },
  take(asking, input) {
    const digits = input.kind === 'keys' ? keyedDigits(input.digits) : '';
    const { sub, question } = asking;
    if (!/^\d{1,12}$/.test(digits)) return missOf(asking, input);
    if (sub.step !== 'fraction') {
      if (question.decimals > 0) return { kind: 'on', sub: { step: 'fraction', whole: digits } };
      return { kind: 'value', raw: Number(digits), how: 'keyed', check: 'none' };
    }
    const fraction = /^0+$/.test(digits) ? '0' : digits;
    if (fraction.length > question.decimals) return missOf(asking, input);
    return { kind: 'value', raw: Number(`${sub.whole}.${fraction}`), how: 'keyed', check: 'read-back' };
  },
};

/** Dollars, then cents: one thing at a time. */
export const askMoney: Asker<QuestionOf<'money'>> = {
  ask(asking) {
    const { words, sub } = asking;
    if (sub.step === 'fraction') return { say: [words.cents], listen: gather('many') };
    return {
      say: [spokenLabel(asking), words.dollars, ...(mayBeUnderOne(asking) ? [words.zero] : [])],
      listen: gather('many'),
    };
  },
  take(asking, input) {
    const digits = input.kind === 'keys' ? keyedDigits(input.digits) : '';
    const { sub } = asking;
    if (sub.step !== 'fraction') {
      return /^\d{1,9}$/.test(digits)
        ? { kind: 'on', sub: { step: 'fraction', whole: digits } }
        : missOf(asking, input);
    }
    if (!/^\d{2}$/.test(digits)) return missOf(asking, input);
    return { kind: 'value', raw: Number(sub.whole) * 100 + Number(digits), how: 'keyed', check: 'read-back' };
  },
};

function mayBeUnderOne({ question }: Asking<QuestionOf<'money'>>): boolean {
  return (question.minCents ?? 0) < 100;
}
