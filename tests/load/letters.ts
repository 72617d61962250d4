import { parseArgs } from 'node:util';
import { openTextReader, pageText, readFreePage } from '@guichet/channels/mail';
import { charactersOff } from '../support/paper/characters-off.ts';
import { degrade, type Profile } from '../support/paper/degrade.ts';
import { letterFonts, typedLetters, typeLetter } from '../support/paper/free-letters.ts';
import { printed } from '../support/paper/sheet.ts';
import { type Figure, printFigures } from './figure.ts';

const profiles: readonly Profile[] = [
  'clean',
  'flatbed',
  'office',
  'feeder',
  'rot90',
  'rot180',
  'fax',
  'photo',
  'phone',
];
/** Those that the figure is about: what a scanner gives, whichever side was up. */
const scanned: readonly Profile[] = ['clean', 'flatbed', 'office', 'feeder', 'rot90', 'rot180'];

interface Tally {
  pages: number;
  off: number;
  characters: number;
  /** Unit: milliseconds of one core. */
  ms: number;
  languages: number;
}

/** Types letters, scans them, has the product read them, and tells how many characters are wrong and how long a page takes. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '1' } } });
  const reader = openTextReader();
  // The engines start once in the life of a worker, not once a page.
  const blank = { width: 300, height: 300, data: new Uint8Array(300 * 300).fill(255) };
  for (const model of ['fra', 'eng'] as const) await reader.readPage(blank, model);
  const tallies = new Map<Profile, Tally>(
    profiles.map((profile) => [profile, { pages: 0, off: 0, characters: 0, ms: 0, languages: 0 }]),
  );
  for (let round = 0; round < Number(values.rounds); round++)
    for (const [profile, tally] of tallies) await play(profile, round, tally, reader);
  await reader.close();
  console.log('profile   pages  characters wrong  ms of a core a page  language right');
  for (const [profile, tally] of tallies) console.log(row(profile, tally));
  const all = scanned.flatMap((profile) => tallies.get(profile) ?? []);
  const sum = (of: (tally: Tally) => number) => all.reduce((total, tally) => total + of(tally), 0);
  const wrong = (100 * sum(({ off }) => off)) / sum(({ characters }) => characters);
  const ms = sum((tally) => tally.ms) / sum(({ pages }) => pages);
  const figures: Figure[] = [
    {
      what: 'letters without a form, scanned any side up: characters wrong',
      ours: `${wrong.toFixed(3)} %`,
      against: '0.3 %',
      ratio: wrong / 0.3,
      aim: '≤ 1',
      holds: wrong <= 0.3,
    },
    {
      what: 'letters without a form: time of one core a page, straightening included',
      ours: `${ms.toFixed(0)} ms`,
      against: '2000 ms',
      ratio: ms / 2000,
      aim: '≤ 1',
      holds: ms <= 2000,
    },
  ];
  printFigures(figures);
  if (figures.some(({ holds }) => !holds)) process.exitCode = 1;
}

async function play(
  profile: Profile,
  round: number,
  tally: Tally,
  reader: ReturnType<typeof openTextReader>,
): Promise<void> {
  for (const [at, letter] of typedLetters.entries()) {
    const font = letterFonts[(at + round) % letterFonts.length] ?? 'Times-Roman';
    const [sheet] = await degrade(await printed(await typeLetter(letter, font)), profile, 100 * round + at);
    if (sheet === undefined) continue;
    const before = process.cpuUsage();
    const page = await readFreePage(sheet, reader);
    const { user, system } = process.cpuUsage(before);
    const written = letter.paragraphs.join('\n');
    tally.pages += 1;
    tally.off += charactersOff(pageText(page.lines), written);
    tally.characters += written.length;
    tally.ms += (user + system) / 1000;
    if (page.language === letter.language) tally.languages += 1;
  }
}

function row(profile: Profile, { pages, off, characters, ms, languages }: Tally): string {
  const wrong = `${((100 * off) / characters).toFixed(2)} %`;
  return [
    profile.padEnd(9),
    String(pages).padStart(5),
    wrong.padStart(17),
    (ms / pages).toFixed(0).padStart(20),
    `${languages}/${pages}`.padStart(15),
  ].join(' ');
}

await main();
