import type { Bilingual } from '@guichet/kernel';
import type { FrwComponent } from './frw-component.ts';
import type { FrwNote } from './frw-note.ts';
import { frwText } from './frw-texts.ts';
import { isData } from './read-frw.ts';

/** Puts the help and the tooltip of a component together, as the one help that a question has. */
export function frwHelp(component: FrwComponent): { parts: { help?: Bilingual }; notes: FrwNote[] } {
  const { help, tooltip } = component.data;
  const bubble = isData(tooltip) ? (tooltip['text'] ?? tooltip) : tooltip;
  const read = [frwText(help), frwText(bubble)].filter((one) => one !== undefined);
  if (read.length === 0) return { parts: {}, notes: [] };
  const told = (language: keyof Bilingual): string => read.map(({ text }) => text[language]).join('\n');
  return {
    parts: { help: { fr: told('fr'), en: told('en') } },
    notes: read.some(({ untranslated }) => untranslated)
      ? [component.note('to-complete', 'l’aide n’est pas traduite', 'the help is not translated')]
      : [],
  };
}
