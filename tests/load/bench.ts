import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BenchServers, startBenchServers } from './bench-servers.ts';
import { type Figure, printFigures } from './figure.ts';
import { measureBatch } from './measure-batch.ts';
import { measureCatalogue } from './measure-catalogue.ts';
import { measureDeskPages } from './measure-desk-pages.ts';
import { measureForecast } from './measure-forecast.ts';
import { measureIntake } from './measure-intake.ts';
import { measureNextCase } from './measure-next-case.ts';
import { measurePhone } from './measure-phone.ts';
import { measureQueue } from './measure-queue.ts';
import { measureReplays } from './measure-replays.ts';
import { measureStart } from './measure-start.ts';
import { measureStation } from './measure-station.ts';
import { measureTakeNext } from './measure-take-next.ts';
import { measureVisible } from './measure-visible.ts';

/** `npm run bench [-- --only take-next]`: each figure beside its peer or limit, measured in one run; JSON beside. */
const sections: Record<string, (servers: BenchServers) => Promise<Figure[]>> = {
  intake: measureIntake,
  'take-next': measureTakeNext,
  queue: measureQueue,
  forecast: measureForecast,
  phone: measurePhone,
  replays: measureReplays,
  station: measureStation,
  batch: measureBatch,
  visible: measureVisible,
  'desk-pages': measureDeskPages,
  'next-case': measureNextCase,
  catalogue: measureCatalogue,
  start: measureStart,
};

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const wanted = Object.entries(sections).filter(([name]) => values.only === undefined || values.only === name);
if (wanted.length === 0) throw new Error(`--only takes one of ${Object.keys(sections).join(', ')}`);

console.log('Starting a PostgreSQL that syncs every commit, and a Redis…');
const servers = await startBenchServers();
const figures: Figure[] = [];
try {
  for (const [index, [name, measure]] of wanted.entries()) {
    console.log(`[${index + 1}/${wanted.length}] ${name}…`);
    const found = await measure(servers);
    printFigures(found);
    figures.push(...found);
  }
} finally {
  await servers.stop();
}
const folder = join(import.meta.dirname, '../../.guichet');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'bench.json'), JSON.stringify({ at: new Date().toISOString(), figures }, null, 2));
console.log('Figures: .guichet/bench.json');
process.exit(figures.every(({ holds }) => holds) ? 0 : 1);
