import type { TextField } from '../form/form-layout.ts';
import { fieldPicture, type Tones } from './field-picture.ts';
import type { FieldDoubt } from './field-reading.ts';
import { settledPlace } from './settled-place.ts';
import { type GreyImage, scaled, softened } from './grey-image.ts';
import type { ReadingOptions, TextReader } from './text-reader.ts';
import { isUnlikely, tidiers } from './tidy-text.ts';

/** Under this a reading is put to a person. */
export const confidenceMin = 0.8;
/** Less ink than this is a speck or the start of a stroke. Unit: square millimetres. */
const inkMin = 0.25;

/** Reads a line or a block of text twice, the second time from a softer and smaller copy; both must agree to be sure. */
export async function readText(
  page: GreyImage,
  field: TextField,
  tones: Tones,
  reader: TextReader,
): Promise<{ text: string | undefined; confidence: number; doubts: FieldDoubt[] }> {
  const picture = fieldPicture(page, settledPlace(page, field.place), 0.5, tones);
  if (picture.ink < inkMin) return { text: undefined, confidence: 1, doubts: [] };
  const options: ReadingOptions =
    field.content === 'email'
      ? { model: 'eng', alphabet: emailAlphabet }
      : { model: 'fra', shape: field.kind === 'area' ? 'block' : 'line' };
  const first = await reader.read(picture.image, options);
  const second = await reader.read(softer(picture.image), options);
  const tidy = tidiers[field.content];
  const text = tidy(first.text);
  const agree = text === tidy(second.text);
  const isOdd = field.content !== 'email' && isUnlikely(text, field.kind);
  const confidence = Math.min(first.confidence, second.confidence) * (agree && !isOdd ? 1 : 0.5);
  const doubts: FieldDoubt[] = [];
  if (!agree) doubts.push('readings-differ');
  else if (confidence < confidenceMin || text === '') doubts.push('low-confidence');
  return { text, confidence, doubts };
}

/** Gives the second reading something else to look at than the first. */
export function softer(image: GreyImage): GreyImage {
  return scaled(softened(image), 0.72);
}

const emailAlphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@.-_+';
