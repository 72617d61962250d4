import type { Bilingual, Language } from '@guichet/kernel';
import type { MemberQuestion, Question } from '../definition.ts';
import { scaleMarks } from '../words/scale-label.ts';

/** An option that is typed by a short code instead of being clicked. */
export interface CodedOption {
  /** What the form reads: the option's key, `yes` or `no`. */
  key: string;
  /** `1`, `2`… for options; the first letter of yes or no. */
  code: string;
  label: Bilingual;
}

const unnamed = { fr: '', en: '' };
const yes = { fr: 'Oui', en: 'Yes' };
const no = { fr: 'Non', en: 'No' };

/** Gives the options of a question with the codes a clerk types; empty for questions without options. */
export function optionCodes(question: Question | MemberQuestion, language: Language): CodedOption[] {
  if (question.type === 'choice' || question.type === 'choices') {
    return question.options.map((option, index) => ({
      key: option.key,
      code: String(index + 1),
      label: option.label,
    }));
  }
  if (question.type === 'scale') {
    return scaleMarks(question).map((mark) => ({
      key: String(mark),
      code: String(mark),
      // The code is the mark: only its ends have words.
      label: mark === question.min ? question.low : mark === question.max ? question.high : unnamed,
    }));
  }
  if (question.type !== 'yes-no' && question.type !== 'consent') return [];
  return [
    { key: 'yes', code: language === 'fr' ? 'O' : 'Y', label: yes },
    { key: 'no', code: 'N', label: no },
  ];
}

/**
 * Finds the option a clerk typed: its code, its key, or the start of its label when only one starts so.
 *
 * Guarantee: O and Y both mean yes, whatever the language of the screen.
 */
export function optionTyped(options: readonly CodedOption[], typed: string): CodedOption | undefined {
  const wanted = folded(typed);
  if (wanted === '') return undefined;
  const exact = options.find((option) => folded(option.code) === wanted || option.key === typed.trim());
  if (exact) return exact;
  if (wanted === 'o' || wanted === 'y') return options.find((option) => option.key === 'yes');
  const starting = options.filter((option) =>
    [option.label.fr, option.label.en].some((label) => folded(label).startsWith(wanted)),
  );
  return starting.length === 1 ? starting[0] : undefined;
}

function folded(text: string): string {
  return text.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
