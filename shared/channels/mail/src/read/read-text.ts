import type { TextField } from '../form/form-layout.ts';
import { fieldPicture, settledPlace, type Tones } from './field-picture.ts';
import type { FieldDoubt } from './field-reading.ts';
import { type GreyImage, scaled, softened } from './grey-image.ts';
import type { ReadingOptions, TextReader } from './text-reader.ts';

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
  const isSmall = field.kind === 'line' && field.content !== 'email' && smallOfCapital.test(text);
  const confidence = Math.min(first.confidence, second.confidence) * (agree && !isSmall ? 1 : 0.5);
  const doubts: FieldDoubt[] = [];
  if (!agree) doubts.push('readings-differ');
  else if (confidence < confidenceMin || text === '') doubts.push('low-confidence');
  return { text, confidence, doubts };
}

/** Gives the second reading something else to look at than the first. */
export function softer(image: GreyImage): GreyImage {
  return scaled(softened(image), 0.72);
}

/** A small letter shaped like its capital, where a capital is usual: `côté` may be `Côté`, since only its size tells. */
const smallOfCapital = /^[cçoôösuùûvwxz]/;

const emailAlphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@.-_+';

function tidyEmail(text: string): string {
  return text.replace(/\s+/g, '').replace(/,/g, '.').toLowerCase();
}

/** No address has a full stop between its number and its street: `87. chemin` was `87, chemin`. */
function tidyAddress(text: string): string {
  return tidyProse(text).replace(/^(\d[\w-]*)\. ?(?=\p{L})/u, '$1, ');
}

/** Writes what the engine sees as a keyboard would, and drops what is left of a frame at either end. */
function tidyProse(text: string): string {
  return (
    text
      .replace(/[’‘`´]/g, "'")
      .replace(/[“”„]/g, '"')
      .replace(/^[|_\s]+|[|_\s]+$/g, '')
      .replace(/\b1[eé]r\b|\bler\b/g, '1er')
      .replace(/(?<![\p{L}\d])[I|]!(?=\s)/gu, 'Il')
      // A sentence begins with a capital; shorter words may be abbreviations (boul., app.).
      .replace(/(\p{L}{5,})\.(?= \p{Ll})/gu, '$1,')
      .replace(/[ \t]*\n[ \t]*/g, '\n')
      .replace(/[ \t]+/g, ' ')
      .normalize('NFC')
  );
}

const tidiers = { email: tidyEmail, address: tidyAddress, prose: tidyProse };
