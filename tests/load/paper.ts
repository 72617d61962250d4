import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { packRows } from '../derivations/whole-pack.ts';
import { printFigures } from './figure.ts';
import { type KindName, kindNames, kinds } from './paper/kinds.ts';
import { limitsOf } from './paper/limits.ts';
import { type Layout, layouts } from './paper/make-page.ts';
import type { Part } from './paper/paper-part.ts';
import type { PageNews } from './paper/play-page.ts';
import { printTables } from './paper/print-tables.ts';
import { type Only, onlyNames } from './paper/read-page.ts';
import { writePictures } from './paper/write-pictures.ts';

const faultsShown = 40;
const nameOf = ({ paper, print }: Layout) => (print === 'normal' ? paper : `${paper}-${print}`);
const layoutNames = layouts.map(nameOf);
const usage =
  'usage: npm run paper -- [--pages 200] [--from 1] [--service permis-chien] [--kind flatbed,fax] [--processes 2] [--pictures folder]\n' +
  '       [--only marks] (check marks alone, a quarter of the time; or codes: codes and corner marks alone)\n' +
  '       [--layout letter,letter-large,a4,a4-large] (all in turn when absent)\n' +
  kindNames.map((name) => `  ${name.padEnd(14)}${kinds[name].about}`).join('\n');

type News = PageNews | { seed: number; fault: string };

/**
 * Prints forms, writes on them, spoils them as scanners, faxes and phones do, has the product read them, and tells how
 * well it did against what was written.
 *
 * Guarantee: the same seeds and kinds make the same pages whatever the number of processes, so a large number can be
 *   played in parts (`--from`); stopped early (Ctrl-C), it tells of the pages played so far; exit code 1 when a page could
 *   not be played or a limit is broken.
 */
async function main(): Promise<void> {
  const options = readOptions();
  const pages: PageNews[] = [];
  const faults: string[] = [];
  const startedAt = performance.now();
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const progress = setInterval(() => tellProgress(pages.length, options.pages, startedAt), 2_000);
  await Promise.all(
    Array.from({ length: options.processes }, (_, at) =>
      playPart(
        { ...options.part, from: options.part.from + at, step: options.processes },
        stop.signal,
        (news) => {
          if ('fault' in news) faults.push(`seed ${news.seed}: ${news.fault}`);
          else pages.push(news);
        },
      ),
    ),
  );
  clearInterval(progress);
  tellProgress(pages.length, options.pages, startedAt);
  process.stderr.write('\n');
  pages.sort((a, b) => a.seed - b.seed);
  console.log(`${pages.length} pages of the seeds ${options.part.from} to ${options.part.to}\n`);
  printTables(pages);
  console.log();
  tellWrong(pages);
  for (const fault of faults) console.log(`FAULT ${fault}`);
  const limits = limitsOf(pages);
  printFigures(limits);
  if (options.pictures !== undefined) {
    const written = await writePictures(options.pictures, pages, {
      rows: options.rows,
      kinds: options.part.kinds,
      layouts: options.part.layouts,
      only: options.part.only,
    });
    console.log(`${written} pages drawn in ${options.pictures}`);
  }
  if (faults.length > 0 || limits.some(({ holds }) => !holds)) process.exitCode = 1;
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      pages: { type: 'string', default: '200' },
      from: { type: 'string', default: '1' },
      service: { type: 'string' },
      kind: { type: 'string', default: kindNames.join(',') },
      processes: { type: 'string', default: String(availableParallelism()) },
      pictures: { type: 'string' },
      only: { type: 'string', default: 'all' },
      layout: { type: 'string', default: layoutNames.join(',') },
    },
  });
  const [pages = 0, from = 0, processes = 0] = [values.pages, values.from, values.processes].map(Number);
  const named = values.kind.split(',');
  const printed = values.layout.split(',');
  const rows = packRows().filter(({ service }) =>
    [undefined, service.definition.code].includes(values.service),
  );
  const isSound =
    [pages, from, processes].every((number) => Number.isSafeInteger(number) && number > 0) &&
    named.every((name) => kindNames.includes(name as KindName)) &&
    printed.every((name) => layoutNames.includes(name)) &&
    onlyNames.includes(values.only as Only) &&
    rows.length > 0;
  if (!isSound) throw new Error(usage);
  const part: Part = {
    from,
    to: from + pages - 1,
    step: processes,
    kinds: named as KindName[],
    service: values.service,
    layouts: layouts.filter((layout) => printed.includes(nameOf(layout))),
    only: values.only as Only,
    peerEvery: 4,
  };
  return { pages, processes, pictures: values.pictures, rows, part };
}

function playPart(part: Part, stop: AbortSignal, hear: (news: News) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = fileURLToPath(new URL('./paper/paper-part.ts', import.meta.url));
    const child = fork(script, [JSON.stringify(part)], { execArgv: ['--import', 'tsx'] });
    child.on('message', (news) => hear(news as News));
    child.on('error', reject);
    stop.addEventListener('abort', () => child.kill());
    child.on('exit', (code) =>
      code === 0 || stop.aborted
        ? resolve()
        : reject(new Error(`a process that reads pages ended with ${code}`)),
    );
  });
}

function tellProgress(done: number, pages: number, startedAt: number): void {
  const seconds = (performance.now() - startedAt) / 1000;
  const left = done === 0 ? '?' : Math.ceil((seconds / done) * (pages - done));
  process.stderr.write(
    `\r${done}/${pages} pages, ${((60 * done) / seconds).toFixed(0)} a minute, ${left} s left   `,
  );
}

/** What the machine was sure of and wrong about, page by page. */
function tellWrong(pages: readonly PageNews[]): void {
  const wrong = pages.flatMap(({ seed, kind, style, name, identity, outcomes }) => [
    ...(identity === 'wrong' ? [`seed ${seed} ${kind}, ${name}: taken for another page`] : []),
    ...outcomes.flatMap(({ is, said }) =>
      is === 'wrong' ? `seed ${seed} ${kind} ${style}, ${name}: ${said}` : [],
    ),
  ]);
  for (const line of wrong.slice(0, faultsShown)) console.log(`SURE AND WRONG ${line}`);
  if (wrong.length > faultsShown) console.log(`…and ${wrong.length - faultsShown} more`);
}

await main();
