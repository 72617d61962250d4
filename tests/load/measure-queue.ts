import {
  acceptSubmission,
  addStaff,
  addTeam,
  as,
  type DeskContext,
  findCases,
  indexCases,
  listQueue,
  openDesk,
  type QueueFilter,
} from '@guichet/casework';
import { type BenchServers, catalogueDir } from './bench-servers.ts';
import { type Figure, share } from './figure.ts';
import { fillClosed } from './fill-closed.ts';
import { fillQueue } from './fill-queue.ts';
import { fillSearch } from './fill-search.ts';
import { townFacts } from './town-facts.ts';

const sizes = [10_000, 1_000_000] as const;
/** Cases that are opened and read when they are proposed: the newest, as a day's are. */
const realCases = 400;
const rounds = 20;
const limits = { p95Ms: 100, ratio: 2 };

/** Times a page of the queue under each filter, and searches of each kind, over 10,000 and over 1,000,000 open cases with as many closed. */
export async function measureQueue(servers: BenchServers): Promise<Figure[]> {
  const opened = await Promise.all(
    (['door', 'public'] as const).map((kind) =>
      openDesk({
        ...servers,
        catalogueDir,
        name: `bench-queue-${kind}`,
        actor: kind === 'door' ? { kind } : { kind, channel: 'web' },
        poolMax: 4,
      }),
    ),
  );
  const [door, publicDoor] = opened;
  if (!door || !publicDoor) throw new Error('no desk');
  try {
    await addTeam(servers.system, 'voirie', { fr: 'Voirie', en: 'Roads' });
    const pages: number[][] = [];
    const searches: number[][] = [];
    let made = 0;
    for (const size of sizes) {
      console.log(`      filling ${size} open and ${size} closed cases…`);
      const staff = await hire(servers.system, door.ctx, size);
      await fillQueue(servers, size);
      await fillClosed(servers, size, staffIdOf(staff));
      await fillSearch(servers, servers.system);
      for (let count = 0; count < realCases; count += 1) await open(publicDoor.ctx, (made += 1));
      while ((await indexCases(servers.system)) > 0);
      console.log('      measuring…');
      pages.push(await timePages(staff));
      searches.push(await timeSearches(servers.system, door.ctx, size, made));
    }
    return [
      ...figuresOf('a page of the queue, filtered and not', pages),
      ...figuresOf('a search by name, slip, telephone, street and words', searches),
    ];
  } finally {
    await Promise.all(opened.map(({ close }) => close()));
  }
}

function figuresOf(what: string, [few = [], many = []]: number[][]): Figure[] {
  const [before, p95] = [share(few, 0.95), share(many, 0.95)];
  return [
    {
      what: `${what}, 1,000,000 open and 1,000,000 closed, ${many.length} times: p95`,
      ours: `${p95.toFixed(1)} ms (median ${share(many, 0.5).toFixed(1)} ms)`,
      against: `${limits.p95Ms} ms`,
      ratio: p95 / limits.p95Ms,
      aim: '≤ 1',
      holds: p95 <= limits.p95Ms,
    },
    {
      what: `${what}: p95 at 1,000,000 over p95 at 10,000`,
      ours: `${p95.toFixed(1)} ms`,
      against: `${before.toFixed(1)} ms (median ${share(few, 0.5).toFixed(1)} ms)`,
      ratio: p95 / before,
      aim: `≤ ${limits.ratio}`,
      holds: p95 / before <= limits.ratio,
    },
  ];
}

const filters: readonly QueueFilter[] = [
  {},
  { due: 'late' },
  { due: 'later' },
  { channel: 'counter' },
  { language: 'en' },
  { service: 'nid-de-poule', channel: 'mail', language: 'en', due: 'later' },
  { place: 'numero 77' },
  { team: 'voirie', channel: 'web' },
];

/** The first page under each filter, and the two after it. */
async function timePages(staff: DeskContext): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const filter of filters) {
      let after: Parameters<typeof listQueue>[1] = {};
      for (let page = 0; page < 3; page += 1) {
        const from = performance.now();
        const { rows } = await listQueue(staff, { ...after, filter, limit: 50 });
        times.push(performance.now() - from);
        const last = rows.at(-1);
        if (!last) break;
        after = { after: last };
      }
    }
  }
  return times;
}

async function timeSearches(
  system: DeskContext,
  door: DeskContext,
  size: number,
  made: number,
): Promise<number[]> {
  const times: number[] = [];
  let found = 0;
  for (let round = 0; round < rounds; round += 1) {
    // Nobody searches more than sixty times in five minutes.
    const staff = await hire(system, door, size + round + 1);
    const { name, street, phone, said } = townFacts(made - ((round * 7) % realCases));
    const [first = '', last = ''] = name.split(' ');
    const typed = [
      name,
      last,
      `${last.slice(0, 2)}${last.slice(3)} ${first}`,
      phone,
      street,
      `${last} ${street.split(' ').at(-1) ?? ''}`,
      said.split(' ').slice(0, 2).join(' '),
      'rue',
      `${first} Zwkhsk`,
      '418 555 0199',
      'personne0@nullepart.example',
    ];
    for (const words of typed) {
      const from = performance.now();
      const { cases } = await findCases(staff, words);
      times.push(performance.now() - from);
      found += cases.length;
    }
  }
  if (found === 0) throw new Error('the searches found nothing');
  return times;
}

async function hire(system: DeskContext, door: DeskContext, number: number): Promise<DeskContext> {
  const [roles, teams] = [['agent'], ['voirie']] as const;
  const signIn = `queue-${number}`;
  const staffId = await addStaff(system, {
    signIn,
    name: signIn,
    password: 'only-for-bench',
    language: 'fr',
    roles,
    teams,
  });
  return as(door, { kind: 'staff', staffId, roles, teams });
}

function staffIdOf({ actor }: DeskContext) {
  if (actor.kind !== 'staff') throw new Error('no staff');
  return actor.staffId;
}

async function open(ctx: DeskContext, number: number): Promise<void> {
  const { name, street, said, phone } = townFacts(number);
  const letter = number % 2 === 0;
  const acceptance = await acceptSubmission(ctx, {
    service: 'nid-de-poule',
    channel: 'web',
    language: 'fr',
    answers: {
      place: { text: street },
      size: 'large',
      danger: false,
      description: said,
      ...(letter
        ? {
            'reply-way': 'letter',
            'reply-name': name,
            'reply-address': { street, municipality: 'Québec', province: 'QC', postalCode: 'G1R 4S9' },
          }
        : { 'reply-way': 'sms', 'reply-phone': phone }),
    },
    idempotency: { scope: 'bench-queue', key: String(number) },
  });
  if (acceptance.kind !== 'accepted') throw new Error(JSON.stringify(acceptance));
}
