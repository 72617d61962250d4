import type { Language } from '@guichet/kernel';
import { type GreyImage, shrunk } from '../grey-image.ts';
import type { TextReader } from '../text-reader.ts';
import { evenLight } from './even-light.ts';
import { guessLanguage } from './guess-language.ts';
import { type PageLine, pageText, scaledLines } from './page-text.ts';
import { quarterTurned } from './turn-page.ts';
import { upright } from './upright.ts';
import { withoutStreaks } from './without-streaks.ts';

/** A page without a form of ours, as read. */
export interface FreePage {
  /** Upright and level; where its words stand is told in its pixels. */
  readonly image: GreyImage;
  readonly lines: readonly PageLine[];
  /** What its words say it is written in. */
  readonly language: Language | undefined;
}

const models = { fr: 'fra', en: 'eng' } as const;
/** About 235 dots per inch on Letter: finer than this costs time and wins nothing. */
const widthRead = 2000;

/**
 * Reads the text of a page that holds no form of ours, however it lay in the scanner, in French or English.
 *
 * Guarantee: the model that reads it is that of the language of its own words; where those say nothing, the French one,
 *   which reads both.
 */
export async function readFreePage(scanned: GreyImage, reader: TextReader): Promise<FreePage> {
  const { image, glimpse } = await upright(withoutStreaks(scanned), reader);
  const read = await readUpright(image, glimpse, reader);
  if (surenessOf(read.lines) >= sureEnough || read.lines.length === 0) return read;
  // Its lines may have misled about which side is up: whichever reads better is.
  const over = await readUpright(quarterTurned(image, 2), '', reader);
  return surenessOf(over.lines) > surenessOf(read.lines) ? over : read;
}

async function readUpright(image: GreyImage, glimpse: string, reader: TextReader): Promise<FreePage> {
  const first = guessLanguage(glimpse) ?? 'fr';
  const lines = await readAs(image, first, reader);
  const language = guessLanguage(pageText(lines));
  // A line in one language stood on a page of the other: the page is read by its own model.
  const isOther = language !== undefined && language !== first;
  return { image, language, lines: isOther ? await readAs(image, language, reader) : lines };
}

/** Below it most of what was read are no words. */
const sureEnough = 0.55;

function surenessOf(lines: readonly PageLine[]): number {
  const words = lines.flatMap((line) => line.words).filter(({ text }) => text.length > 2);
  return words.reduce((sum, word) => sum + word.confidence, 0) / Math.max(1, words.length);
}

async function readAs(image: GreyImage, language: Language, reader: TextReader): Promise<PageLine[]> {
  const small = image.width > widthRead * 1.1 ? shrunk(image, widthRead) : image;
  const lines = await reader.readPage(evenLight(small), models[language]);
  return scaledLines(lines, image.width / small.width, language);
}
