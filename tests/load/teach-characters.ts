import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { edgeDirections } from '../../shared/channels/mail/src/read/characters/edge-directions.ts';
import {
  type CharacterNet,
  characterScores,
  knownCharacters,
} from '../../shared/channels/mail/src/read/characters/name-character.ts';
import { seeded } from '../support/paper/index.ts';
import { drawCharacters } from './characters/draw-characters.ts';
import { type Lesson, teachNet } from './characters/teach-net.ts';

const usage = 'usage: tsx tests/load/teach-characters.ts folder-of-woff-fonts file-to-write.ts';
const rounds = 6;
/** Each of so many fonts is kept out of the lessons of the net that is examined. */
const heldEvery = 9;

/**
 * Teaches the reader of single characters from fonts, typefaces and people's handwriting alike: once from most of them, to examine
 * it on the others, then from all of them, and writes what that one knows.
 *
 * Guarantee: the same fonts make the same file.
 */
async function main([folder, file]: string[]): Promise<void> {
  if (folder === undefined || file === undefined) throw new Error(usage);
  const fonts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('-latin-400-normal.woff'))
    .sort();
  const [taught, held]: [Lesson[], Lesson[]] = [[], []];
  for (const [at, name] of fonts.entries()) {
    const drawn = await drawCharacters(readFileSync(join(folder, name)), knownCharacters, at * 100);
    const lessons = drawn.map(({ character, image }) => ({ character, features: edgeDirections(image) }));
    (at % heldEvery === heldEvery - 1 ? held : taught).push(...lessons);
  }
  console.log(`${fonts.length} fonts, ${taught.length + held.length} characters`);
  const examined = teachNet(taught, rounds, seeded(7));
  console.log(
    `taught from ${taught.length}: right about ${percent(rightIn(taught, examined))} of them, ${percent(rightIn(held, examined))} of fonts never seen`,
  );
  const all = [...taught, ...held];
  const net = teachNet(all, rounds, seeded(7));
  console.log(`taught from all: right about ${percent(rightIn(all, net))} of them`);
  writeFileSync(file, written(net));
}

const percent = (share: number) => `${(100 * share).toFixed(2)} %`;

/** A box says of which kind its character is. */
function rightIn(lessons: readonly Lesson[], net: CharacterNet): number {
  const right = lessons.filter(({ features, character }) => {
    const scores = characterScores(features, net);
    const kind = /\d/.test(character) ? /\d/ : /[A-Z]/;
    const best = [...knownCharacters].reduce((most, one, at) =>
      kind.test(one) && (!kind.test(most) || (scores[at] ?? 0) > (scores[knownCharacters.indexOf(most)] ?? 0))
        ? one
        : most,
    );
    return best === character;
  });
  return right.length / lessons.length;
}

const head =
  '/** What `nameCharacter` knows, one byte a weight; made by `tests/load/teach-characters.ts`, never by hand. */';

function written({ hidden, output }: CharacterNet): string {
  const layers = { hidden, output };
  const lines = Object.entries(layers).map(([name, weights]) => {
    const scale = Math.max(...weights.map(Math.abs)) / 127;
    const bytes = Buffer.from(Int8Array.from(weights, (weight) => Math.round(weight / scale)).buffer);
    return `  ${name}: { scale: ${scale}, bytes: '${bytes.toString('base64')}' },`;
  });
  return [head, 'export const characterWeights = {', ...lines, '};', ''].join('\n');
}

await main(process.argv.slice(2));
