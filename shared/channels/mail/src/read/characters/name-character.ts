import type { GreyImage } from '../grey-image.ts';
import { characterWeights } from './character-weights.ts';
import { edgeDirections, featureCount } from './edge-directions.ts';

/** What one character may be, and how sure that is against all others that may stand there. */
export interface NamedCharacter {
  readonly character: string;
  /** 0 to 1. */
  readonly odds: number;
}

/** All that the reader of single characters knows, in the order of its outputs. */
export const knownCharacters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const hiddenCount = 96;

/** Two layers: every feature to every hidden unit and one more for its bias, then those to every character likewise. */
export interface CharacterNet {
  readonly hidden: Float32Array;
  readonly output: Float32Array;
}

/**
 * Names a character that stands alone, dark on white, by the directions of its edges; undefined of an alphabet it does not
 * know. It was taught on typefaces and on fonts made of people's handwriting, and on no picture of any form.
 *
 * Guarantee: pure; knows one character at a time and no word, so its mistakes are not those of the networks that read lines.
 */
export function nameCharacter(
  image: GreyImage,
  alphabet: string,
  net: CharacterNet = shippedNet(),
): NamedCharacter {
  const scores = characterScores(edgeDirections(image), net);
  let [character, best, sum] = ['', Number.NEGATIVE_INFINITY, 0];
  for (const [at, score] of scores.entries()) {
    const known = knownCharacters[at] ?? '';
    if (alphabet.includes(known) && score > best) [character, best] = [known, score];
  }
  for (const [at, score] of scores.entries())
    if (alphabet.includes(knownCharacters[at] ?? '')) sum += Math.exp(score - best);
  return { character, odds: sum === 0 ? 0 : 1 / sum };
}

/** Gives a score for each known character. */
export function characterScores(features: Float32Array, net: CharacterNet): Float32Array {
  return layer(rectified(layer(features, net.hidden, hiddenCount)), net.output, knownCharacters.length);
}

/** Multiplies by the weights of one layer, the bias last in each row. */
export function layer(input: Float32Array, weights: Float32Array, count: number): Float32Array {
  const output = new Float32Array(count);
  const row = input.length + 1;
  for (let unit = 0; unit < count; unit++) {
    let sum = weights[unit * row + input.length] ?? 0;
    for (let at = 0; at < input.length; at++) sum += (weights[unit * row + at] ?? 0) * (input[at] ?? 0);
    output[unit] = sum;
  }
  return output;
}

export const rectified = (values: Float32Array): Float32Array => values.map((value) => Math.max(0, value));

let shipped: CharacterNet | undefined;

/** Each layer is written as whole numbers of one byte, times a scale. */
function shippedNet(): CharacterNet {
  shipped ??= {
    hidden: unpacked(characterWeights.hidden, hiddenCount * (featureCount + 1)),
    output: unpacked(characterWeights.output, knownCharacters.length * (hiddenCount + 1)),
  };
  return shipped;
}

function unpacked({ scale, bytes }: { scale: number; bytes: string }, count: number): Float32Array {
  const whole = new Int8Array(Buffer.from(bytes, 'base64'));
  return Float32Array.from({ length: count }, (_, at) => (whole[at] ?? 0) * scale);
}
