import type { Bilingual } from '@guichet/kernel';

/**
 * What became of a part of the form.
 *
 * Shape: lost: not carried over · changed: carried over otherwise than it was · to-complete: a person must write it ·
 *   by-guichet: left out, since Guichet does it for every service
 */
export const frwFates = ['lost', 'changed', 'to-complete', 'by-guichet'] as const;
export type FrwFate = (typeof frwFates)[number];

/** One line of the report: where, what, and why. */
export interface FrwNote {
  /** Of the form's file; 1 for the form as a whole. */
  line: number;
  /** The component's name, else its type or the key. */
  component: string;
  fate: FrwFate;
  why: Bilingual;
}

/** Makes a line of the report. */
export const note = (line: number, component: string, fate: FrwFate, fr: string, en: string): FrwNote => ({
  line,
  component,
  fate,
  why: { fr, en },
});
