import type { LetterReading } from '@guichet/casework';
import { assembleLetters, type FormLetter, type Letter, type ReadPage } from '@guichet/channels/mail';
import { isDeskError } from '@guichet/kernel';
import type { ReadingContext } from './mailroom-context.ts';
import { pageOf } from './page-of.ts';
import { readOneLetter, subjectOf } from './read-one-letter.ts';

/** Reads letters while the pages after them are still being straightened. */
export interface ReadAhead {
  /** Begins to read the forms that are whole among these pages. */
  look(pages: readonly ReadPage[]): void;
  /** Gives the reading of a letter, begun before or now. */
  read(letter: Letter): Promise<LetterReading>;
}

/**
 * Starts reading ahead, one letter at a time: the child straightens pages on the other core meanwhile.
 *
 * Guarantee: a form that can't be read for a fault of ours goes to a person whole, and holds up no other letter.
 * Errors: not-now — the database is away: the whole file is read again later.
 */
export function readAhead(ctx: ReadingContext, failed: (error: unknown) => void): ReadAhead {
  const begun = new Map<string, Promise<LetterReading>>();
  let tail: Promise<unknown> = Promise.resolve();
  const begin = (letter: FormLetter): Promise<LetterReading> => {
    const key = [letter.service, letter.version, letter.language, letter.serial].join('/');
    const known = begun.get(key);
    if (known !== undefined) return known;
    const turn = tail.then(() => readForm({ ...letter, duplicates: [] }, ctx, failed));
    tail = turn.catch(() => undefined);
    begun.set(key, turn);
    return turn;
  };
  return {
    look(pages) {
      for (const letter of assembleLetters(pages).letters)
        if (letter.kind === 'form' && letter.missing.length === 0) void begin(letter);
    },
    async read(letter) {
      if (letter.kind === 'free') return readOneLetter(letter, ctx);
      const reading = await begin(letter);
      return { ...reading, pages: [...reading.pages, ...letter.duplicates.map(pageOf)] };
    },
  };
}

async function readForm(
  letter: FormLetter,
  ctx: ReadingContext,
  failed: (error: unknown) => void,
): Promise<LetterReading> {
  try {
    return await readOneLetter(letter, ctx);
  } catch (error) {
    if (isDeskError(error) && error.code === 'not-now') throw error;
    failed(error);
    const { service, version, language, serial } = letter;
    return {
      form: { service, version, language, serial },
      ...subjectOf(letter),
      missingPages: letter.missing,
      answers: {},
      fields: [],
      pages: letter.pages.map((page) => {
        const { reasons, ...picture } = pageOf(page);
        return { ...picture, reasons: [...reasons, 'reading-failed'] };
      }),
    };
  }
}
