import type { DeskContext, LetterReading } from '@guichet/casework';
import { type PageLine, suggest } from '@guichet/channels/mail';
import { receiveRead } from './receive-read.ts';

/** A page as read, ten pixels a character. */
function pageOf(text: string): PageLine[] {
  return text.split('\n').map((line, row) => {
    let x = 100;
    const words = line.split(' ').map((word) => {
      const box = { text: word, confidence: 0.9, x, y: 100 + row * 60, width: word.length * 10, height: 30 };
      x += (word.length + 1) * 10;
      return box;
    });
    return { paragraph: row, words };
  });
}

/** Gives a letter without a form as a machine read it, a text a page. */
export function letterOf(...texts: string[]): LetterReading {
  const text = texts.map(pageOf);
  return {
    form: undefined,
    missingPages: [],
    answers: {},
    fields: [],
    text,
    sizes: text.map(() => ({ width: 2550, height: 3300 })),
    suggestions: suggest(text, '2026-11-24'),
    pages: texts.map((one, at) => ({
      bytes: async () => Buffer.from(`picture of ${one}`),
      mediaType: 'image/jpeg',
      reasons: [],
      place: at + 1,
    })),
  };
}

/** Has a batch read as these letters; gives the address of each. */
export async function receiveLetters(
  { ctx, clerk }: { ctx: DeskContext; clerk: DeskContext },
  letters: LetterReading[],
): Promise<string[]> {
  const { letterIds } = await receiveRead(ctx, clerk, letters);
  return letterIds.map((id) => `/mailroom/letters/${id}`);
}

/** Asks for the licence of a dog, without its name. */
export const dogLetter = [
  'Le 4 septembre 2026',
  'Bonjour, mon chien Réglisse a besoin d’un permis pour la rue.',
  'Son ancien permis de chien est échu.',
  'Mes salutations',
  'François Gagné',
  '16, place du Marché',
  'Saint-Hyacinthe (Québec) J2S 4Z7',
  'Tél. : 450 555-0198',
  'f.gagne@exemple.ca',
].join('\n');
