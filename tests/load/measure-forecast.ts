import {
  addStaff,
  addTeam,
  as,
  countWork,
  type DeskContext,
  forecastOf,
  levelOf,
  openDesk,
  readBoard,
  readForecast,
  readNow,
  weeksBefore,
} from '@guichet/casework';
import { channels } from '@guichet/kernel';
import { openDatabase } from '@guichet/platform';
import { Temporal } from 'temporal-polyfill';
import { type BenchServers, catalogueDir } from './bench-servers.ts';
import { fillYears } from './fill-years.ts';
import { type Figure, share } from './figure.ts';

const sizes = [10_000, 500_000] as const;
const rounds = 30;
/** The days that are foretold and then looked at. */
const testedDays = 60;

/**
 * Tells how far a forecast is from what came, over what came an hour a week before, on half a year of a made town's arrivals; and what the
 * board costs with many closed cases, over few.
 */
export async function measureForecast(servers: BenchServers): Promise<Figure[]> {
  const door = await openDesk({
    ...servers,
    catalogueDir,
    name: 'bench-board',
    actor: { kind: 'door' },
    poolMax: 4,
  });
  try {
    await addTeam(servers.system, 'voirie', { fr: 'Voirie', en: 'Roads' });
    const chief = await hire(servers.system, door.ctx);
    const live: number[][] = [];
    const board: number[][] = [];
    let counted = { days: 0, ms: 0 };
    for (const size of sizes) {
      console.log(`      filling ${size} cases over two years…`);
      await fillYears(servers, chief, size);
      counted = await countAll(servers);
      console.log('      measuring…');
      live.push(await time(() => readNow(chief, {})));
      board.push(await time(() => readBoard(chief, quarter())));
    }
    await readForecast(chief, {});
    return [
      cost('the live part of the board', live, 2),
      // Fifty times the cases, in fifty times as full rows.
      cost('the board of 91 days', board, 10),
      {
        what: `counting ${counted.days} days of ${sizes[1]} cases after an upgrade: a day`,
        ours: `${(counted.ms / counted.days).toFixed(1)} ms`,
        against: '200 ms',
        ratio: counted.ms / counted.days / 200,
        aim: '≤ 1',
        holds: counted.ms / counted.days <= 200,
      },
      ...(await backTest(servers)),
    ];
  } finally {
    await door.close();
  }
}

/** The live part costs the same however many are closed; the board grows with what its days brought. */
function cost(what: string, [few = [], many = []]: number[][], ratioMax: number): Figure {
  const [before, after] = [share(few, 0.5), share(many, 0.5)];
  return {
    what: `${what}: median at ${sizes[1]} cases over ${sizes[0]}`,
    ours: `${after.toFixed(1)} ms (p95 ${share(many, 0.95).toFixed(1)} ms)`,
    against: `${before.toFixed(1)} ms`,
    ratio: after / before,
    aim: `≤ ${ratioMax}`,
    holds: after / before <= ratioMax,
  };
}

/** Foretells each hour of sixty days of work from the eight weeks before it, and looks at what came. */
async function backTest({ superuserUrl }: BenchServers): Promise<Figure[]> {
  const sql = openDatabase({ url: superuserUrl, max: 1, name: 'bench-forecast' });
  try {
    const rows = await sql<{ day: string; hour: number; channel: string; arrived: number }[]>`
      select (hour at time zone 'America/Toronto')::date::text as day, extract(hour from hour at time zone 'America/Toronto')::integer as hour,
        channel, sum(arrived)::integer as arrived from work_hour group by 1, 2, 3`;
    const found = new Map<string, number>();
    for (const { day, hour, channel, arrived } of rows) found.set(`${day} ${hour} ${channel}`, arrived);
    const hoursOf = (day: string, channel: string) =>
      Array.from({ length: 24 }, (_, hour) => found.get(`${day} ${hour} ${channel}`) ?? 0);
    const last = Temporal.Now.plainDateISO('America/Toronto').subtract({ days: 1 });
    let [ours, naive, inside, hours] = [0, 0, 0, 0];
    for (let at = 0; at < testedDays; at += 1) {
      const day = last.subtract({ days: at });
      // What is closed is not foretold: the days of a week before of an open day, and the day itself.
      const [itself] = weeksBefore(day.add({ weeks: 1 }), '0000-01-01', undefined, 1);
      const weeks = weeksBefore(day, '0000-01-01');
      const lastWeek = day.subtract({ weeks: 1 }).toString();
      if (itself === undefined || weeks[0]?.toString() !== lastWeek) continue;
      const level = levelOf(
        Array.from({ length: 56 }, (_, back) => day.subtract({ days: back + 1 }))
          .filter((before) => weeksBefore(before.add({ weeks: 1 }), '0000-01-01', undefined, 1).length > 0)
          .map((before) => sumOf(channels.flatMap((channel) => hoursOf(before.toString(), channel)))),
      );
      for (const channel of channels) {
        const came = hoursOf(day.toString(), channel);
        const peer = hoursOf(lastWeek, channel);
        const expected = forecastOf(
          weeks.map((week) => hoursOf(week.toString(), channel)),
          level,
        );
        for (const [hour, { mean, low, high }] of expected.entries()) {
          if (mean === null || mean === 0) continue;
          const real = came[hour] ?? 0;
          ours += Math.abs(real - mean);
          naive += Math.abs(real - (peer[hour] ?? 0));
          inside += real >= low && real <= high ? 1 : 0;
          hours += 1;
        }
      }
    }
    const within = inside / hours;
    return [
      {
        what: `forecast of ${hours} hours by channel: mean error over that of the same hour a week before`,
        ours: `${(ours / hours).toFixed(2)} cases`,
        against: `${(naive / hours).toFixed(2)} cases`,
        ratio: ours / naive,
        aim: '≤ 0.85',
        holds: ours / naive <= 0.85,
      },
      {
        what: 'hours that came within the band told (eight of ten)',
        ours: `${(within * 100).toFixed(1)} %`,
        against: '80 %',
        ratio: within / 0.8,
        aim: '0.95 to 1.2',
        holds: within / 0.8 >= 0.95 && within / 0.8 <= 1.2,
      },
    ];
  } finally {
    await sql.end();
  }
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

async function countAll({ system, superuserUrl }: BenchServers): Promise<{ days: number; ms: number }> {
  const sql = openDatabase({ url: superuserUrl, max: 1, name: 'bench-count' });
  await sql`truncate work_hour, work_open, work_mark`;
  await sql.end();
  const from = performance.now();
  let days = 1;
  while (await countWork(system)) days += 1;
  return { days, ms: performance.now() - from };
}

async function time(work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  return times;
}

function quarter() {
  const today = Temporal.Now.plainDateISO('America/Toronto');
  return {
    period: '91' as const,
    from: today.subtract({ days: 90 }).toString(),
    to: today.toString(),
    by: 'channel' as const,
  };
}

async function hire(system: DeskContext, door: DeskContext): Promise<DeskContext> {
  const [roles, teams] = [['supervisor'], ['voirie']] as const;
  const facts = { signIn: 'board', name: 'board', password: 'only-for-bench', language: 'fr' } as const;
  const staffId = await addStaff(system, { ...facts, roles, teams });
  return as(door, { kind: 'staff', staffId, roles, teams });
}
