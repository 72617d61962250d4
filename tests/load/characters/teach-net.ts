import {
  type CharacterNet,
  hiddenCount,
  knownCharacters,
  layer,
  rectified,
} from '../../../shared/channels/mail/src/read/characters/name-character.ts';
import { featureCount } from '../../../shared/channels/mail/src/read/characters/edge-directions.ts';

/** The features of a character, and which it is. */
export interface Lesson {
  readonly features: Float32Array;
  readonly character: string;
}

const rate = { first: 0.03, last: 0.002 } as const;
/** Shrinks weights that nothing needs; what is not certain is then not said with certainty. */
const decay = 0.00002;
/** What a right answer is worth: a little less than all, so that the net stays humble. */
const target = 0.95;

/** Teaches a net by gradient descent, lesson by lesson in a shuffled order. Guarantee: the same source of numbers, the same net. */
export function teachNet(lessons: readonly Lesson[], rounds: number, random: () => number): CharacterNet {
  const net: CharacterNet = {
    hidden: started(hiddenCount, featureCount, random),
    output: started(knownCharacters.length, hiddenCount, random),
  };
  const order = lessons.map((_, at) => at);
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    const step = rate.first * (rate.last / rate.first) ** (round / Math.max(1, rounds - 1));
    for (const at of order) teachOne(net, lessons[at] as Lesson, step);
  }
  return net;
}

function teachOne(net: CharacterNet, { features, character }: Lesson, step: number): void {
  const hidden = rectified(layer(features, net.hidden, hiddenCount));
  const scores = layer(hidden, net.output, knownCharacters.length);
  const most = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - most));
  const sum = shares.reduce((all, one) => all + one, 0);
  const rest = (1 - target) / (knownCharacters.length - 1);
  const off = shares.map((one, at) => one / sum - (knownCharacters[at] === character ? target : rest));
  const back = new Float32Array(hiddenCount);
  const row = hiddenCount + 1;
  for (let unit = 0; unit < off.length; unit++)
    for (let at = 0; at < hiddenCount; at++)
      back[at] = (back[at] ?? 0) + (off[unit] ?? 0) * (net.output[unit * row + at] ?? 0);
  move(net.output, hidden, off, step);
  move(
    net.hidden,
    features,
    back.map((one, at) => ((hidden[at] ?? 0) > 0 ? one : 0)),
    step,
  );
}

function move(weights: Float32Array, input: Float32Array, off: Float32Array, step: number): void {
  const row = input.length + 1;
  for (let unit = 0; unit < off.length; unit++) {
    const by = step * (off[unit] ?? 0);
    if (by === 0) continue;
    const first = unit * row;
    for (let at = 0; at < input.length; at++) {
      const weight = weights[first + at] ?? 0;
      weights[first + at] = weight - by * (input[at] ?? 0) - step * decay * weight;
    }
    weights[first + input.length] = (weights[first + input.length] ?? 0) - by;
  }
}

function started(units: number, inputs: number, random: () => number): Float32Array {
  const spread = Math.sqrt(6 / inputs);
  return Float32Array.from({ length: units * (inputs + 1) }, () => (random() - 0.5) * 2 * spread);
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
}
