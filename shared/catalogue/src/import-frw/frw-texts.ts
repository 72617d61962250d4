import type { Bilingual } from '@guichet/kernel';
import { toCompleteMark } from '../to-complete.ts';
import { plainText } from './plain-text.ts';
import { isData } from './read-frw.ts';

export interface FrwText {
  text: Bilingual;
  /** Markup was taken out. */
  marked: boolean;
  /** A language is missing: the other stands in its place, under the mark. */
  untranslated: boolean;
}

/** Reads a text of a form, in both languages or one; undefined when there is none. */
export function frwText(node: unknown): FrwText | undefined {
  const [fr, en] = isData(node) ? [node['fr'], node['en']] : [node, undefined];
  const [french, english] = [fr, en].map((value) => {
    const read =
      typeof value === 'string' || typeof value === 'number' ? plainText(String(value)) : undefined;
    return read?.text === '' ? undefined : read;
  });
  const marked = french?.marked === true || english?.marked === true;
  if (french === undefined && english === undefined) return undefined;
  return {
    text: {
      fr: french?.text ?? `${toCompleteMark.fr} – ${english?.text ?? ''}`,
      en: english?.text ?? `${toCompleteMark.en} – ${french?.text ?? ''}`,
    },
    marked,
    untranslated: french === undefined || english === undefined,
  };
}
