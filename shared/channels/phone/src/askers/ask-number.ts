import { type QuestionOf, wording } from '@guichet/catalogue';
import { keyedDigits } from '../grammar/keyed-digits.ts';
import { moneyHints, spokenMoney } from '../grammar/spoken-money.ts';
import { numberHints, spokenNumber } from '../grammar/spoken-number.ts';
import { type Asker, type Asking, gather, missOf, speechIn, spokenLabel } from './asker.ts';

/** A number said and read back, or digits ended by pound; the part after the decimal mark is asked apart, since `*` erases and has no other use. */
export const askNumber: Asker<QuestionOf<'number'>> = {
  ask(asking) {
    const { words, question, language, sub } = asking;
    if (sub.step === 'fraction') return { say: [words.fraction(question.decimals)], listen: gather('many') };
    const zero = question.min === undefined || question.min <= 0 || question.decimals > 0;
    return {
      say: [spokenLabel(asking), words.numberKeys(question.unit?.[language]), ...(zero ? [words.zero] : [])],
      listen: gather('many', asking.speech ? numberHints[language] : undefined),
    };
  },
  take(asking, input) {
    const digits = input.kind === 'keys' ? keyedDigits(input.digits) : '';
    const { sub, question, language } = asking;
    const speech = sub.step === 'fraction' ? undefined : speechIn(asking, input);
    const about = [wording(question, 'phone', language).label, question.unit?.[language] ?? ''];
    const spoken = speech && spokenNumber(speech.text, language, { decimals: question.decimals, about });
    if (speech && spoken !== undefined) {
      return { kind: 'value', raw: spoken, how: 'spoken', confidence: speech.confidence, check: 'read-back' };
    }
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

/** Dollars, then cents: one thing at a time by keys, the whole amount when it is said. */
export const askMoney: Asker<QuestionOf<'money'>> = {
  ask(asking) {
    const { words, sub } = asking;
    if (sub.step === 'fraction') return { say: [words.cents], listen: gather('many') };
    return {
      say: [spokenLabel(asking), words.dollars, ...(mayBeUnderOne(asking) ? [words.zero] : [])],
      listen: gather('many', asking.speech ? moneyHints[asking.language] : undefined),
    };
  },
  take(asking, input) {
    const digits = input.kind === 'keys' ? keyedDigits(input.digits) : '';
    const { sub } = asking;
    const speech = sub.step === 'fraction' ? undefined : speechIn(asking, input);
    const spoken = speech && spokenMoney(speech.text, asking.language);
    if (speech && spoken !== undefined) {
      return { kind: 'value', raw: spoken, how: 'spoken', confidence: speech.confidence, check: 'read-back' };
    }
    if (sub.step !== 'fraction') {
      return /^\d{1,12}$/.test(digits)
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
