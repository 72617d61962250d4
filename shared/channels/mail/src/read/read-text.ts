import type { TextField } from '../form/form-layout.ts';
import { agreedMail } from './agree-on-mail.ts';
import { type AgreedText, agreedText } from './agree-on-text.ts';
import { clearWriting } from './clear-writing.ts';
import { evenPicture } from './even-picture.ts';
import { fieldPicture, type Tones } from './field-picture.ts';
import type { FieldDoubt } from './field-reading.ts';
import { type GreyImage, softened } from './grey-image.ts';
import { feetStrays, type Strays } from './hand-or-type.ts';
import { marksAbove } from './marks-above.ts';
import { settledPlace } from './settled-place.ts';
import type { ReadingOptions, TextReader, TextReading } from './text-reader.ts';
import { tonesAcross } from './tones-across.ts';
import { isUnlikely, tidiers } from './tidy-text.ts';

/** What was read in a line or a block of text. */
export interface WrittenText {
  text: string | undefined;
  confidence: number;
  doubts: FieldDoubt[];
  /** How far its letters stray from their line; tells type from a hand. */
  feet: Strays;
}

/** Less ink than this is a speck or the start of a stroke. Unit: square millimetres. */
const inkMin = 0.25;
/** What two different readers agree on is not less sure than this. */
const sureMin = 0.8;

/**
 * Reads a line or a block of text with two different readers, and with a third where they differ.
 *
 * Guarantee: without a doubt only what two different readers saw alike, accents and all.
 */
export async function readText(
  page: GreyImage,
  field: TextField,
  tones: Tones,
  reader: TextReader,
): Promise<WrittenText> {
  const strips = tonesAcross(page, field.place, tones);
  // Through a block the edge of a shadow runs aslant: no strip of it is even.
  const isUneven = field.kind === 'area' && strips.length > 1;
  const place = settledPlace(page, field.place);
  const picture = isUneven ? evenPicture(page, place, 0.5, tones) : fieldPicture(page, place, 0.5, strips);
  if (picture.ink < inkMin)
    return { text: undefined, confidence: 1, doubts: isUneven ? ['low-confidence'] : [], feet: [] };
  const image = clearWriting(picture.image);
  const { agreed, confidence } = await (field.content === 'email'
    ? readMail(image, reader)
    : readWords(image, field, reader));
  const { text, isSure } = agreed;
  const isOdd = field.content !== 'email' && isUnlikely(text, field.kind);
  const doubts: FieldDoubt[] = [];
  if (text === '' || isUneven || (isSure && isOdd)) doubts.push('low-confidence');
  else if (!isSure) doubts.push('readings-differ');
  return {
    text,
    confidence: doubts.length === 0 ? sureMin + (1 - sureMin) * confidence : confidence / 2,
    doubts,
    feet: feetStrays(image),
  };
}

interface Vote {
  agreed: AgreedText;
  confidence: number;
}

async function readWords(image: GreyImage, field: TextField, reader: TextReader): Promise<Vote> {
  const shape = field.kind === 'area' ? 'block' : 'line';
  const tidy = tidiers[field.content];
  const [network, shapes] = await both(reader, image, [
    { model: 'fra', shape },
    { model: 'shapes', shape },
  ]);
  const votes = {
    network: tidy(network.text),
    shapes: tidy(shapes.text),
    // Among hundreds of letters a broken one looks like a mark too often.
    marks: field.kind === 'area' ? undefined : marksAbove(image),
  };
  const agreed = agreedText(votes);
  if (agreed.isSure) return { agreed, confidence: Math.min(network.confidence, shapes.confidence) };
  const other = await reader.read(image, { model: 'eng', shape });
  const settled = agreedText({ ...votes, other: tidy(other.text) });
  const confidence = Math.min(network.confidence, Math.max(shapes.confidence, other.confidence));
  // An outline broken by the grain of the paper closes in a softer picture.
  if (settled.isSure || settled.text === '') return { agreed: settled, confidence };
  const again = await reader.read(softened(image), { model: 'shapes', shape });
  const agreedAgain = agreedText({ ...votes, shapes: tidy(again.text), other: tidy(other.text) });
  // Not sure either, it is the likelier one to offer where two of two kinds now speak against the network.
  const speaks = agreedAgain.isSure || agreedAgain.text !== votes.network;
  return { agreed: speaks ? agreedAgain : settled, confidence };
}

async function readMail(image: GreyImage, reader: TextReader): Promise<Vote> {
  const readings = await both(reader, image, [
    { model: 'eng', alphabet: mailAlphabet },
    { model: 'shapes', alphabet: mailAlphabet },
  ]);
  const [first, second] = readings.map(({ text }) => tidiers.email(text));
  // Two have taken a dot for a dash together.
  const isSettled = first === second && !first?.includes('-');
  const third = isSettled ? undefined : await reader.read(image, { model: 'fra', alphabet: mailAlphabet });
  const network = third && tidiers.email(third.text);
  // Two networks alone are one kind of reader.
  const isOneKind = first === network && first !== second;
  const again = isOneKind
    ? await reader.read(softened(image), { model: 'shapes', alphabet: mailAlphabet })
    : undefined;
  const agreed = agreedMail(first ?? '', second ?? '', network, again && tidiers.email(again.text));
  return { agreed, confidence: Math.min(...readings.map((reading) => reading.confidence)) };
}

/** Each engine runs in a thread of its own. */
function both<T extends readonly ReadingOptions[]>(
  reader: TextReader,
  image: GreyImage,
  options: [...T],
): Promise<{ [K in keyof T]: TextReading }> {
  return Promise.all(options.map((one) => reader.read(image, one))) as Promise<{
    [K in keyof T]: TextReading;
  }>;
}

const mailAlphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@.-_+';
