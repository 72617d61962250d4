import type { QuestionOf } from '@guichet/catalogue';
import { keyedDigits } from '../grammar/keyed-digits.ts';
import { keyedPhone } from '../grammar/keyed-phone.ts';
import { digitHints } from '../grammar/spoken-digits.ts';
import { spokenPhone } from '../grammar/spoken-phone.ts';
import { spokenYesNo, yesNoHints } from '../grammar/spoken-yes-no.ts';
import { sayPhone } from '../words/say-digits.ts';
import { type Asker, gather, missOf, speechIn, spokenLabel, surelySaid } from './asker.ts';

/** The caller's own number first, 1 or 2; otherwise ten keys or the number said, read back. */
export const askPhone: Asker<QuestionOf<'phone'>> = {
  ask(asking) {
    const { words, sub, from, question, misses } = asking;
    if (sub.step === 'own-number' && from !== undefined) {
      const said = question.sensitivity === 'sensitive' ? undefined : sayPhone(from);
      return {
        say: [spokenLabel(asking), words.ownNumber(said), ...(question.required ? [] : [words.pass])],
        listen: gather('one', asking.speech ? yesNoHints[asking.language] : undefined),
      };
    }
    return {
      say: [spokenLabel(asking), words.phoneKeys, ...(misses >= 1 ? [words.phoneExample] : [])],
      listen: gather('many', asking.speech ? digitHints[asking.language] : undefined),
    };
  },
  take(asking, input) {
    const { sub, from, question, language } = asking;
    const speech = speechIn(asking, input);
    const spoken = speech && spokenPhone(speech.text, language);
    if (speech && spoken) {
      return { kind: 'value', raw: spoken, how: 'spoken', confidence: speech.confidence, check: 'read-back' };
    }
    if (sub.step === 'own-number' && from !== undefined) {
      const said = speech && spokenYesNo(surelySaid(input) ?? '');
      const key = input.kind === 'keys' ? input.digits : '';
      if (key === '1' || said === true) return { kind: 'value', raw: from, how: 'caller-id', check: 'none' };
      if (key === '2' || said === false) return { kind: 'on', sub: { step: 'ask' } };
      if (key === '8' && !question.required) return { kind: 'pass' };
      return missOf(asking, input);
    }
    if (input.kind !== 'keys') return missOf(asking, input);
    const phone = keyedPhone(keyedDigits(input.digits));
    return phone
      ? { kind: 'value', raw: phone, how: 'keyed', check: 'read-back' }
      : { kind: 'miss', why: asking.words.noSuchPhone };
  },
};
