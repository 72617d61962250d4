import { setTimeout as sleep } from 'node:timers/promises';
import { listBatches, receiveBatch } from '@guichet/casework';
import { freePort } from '@guichet/infra/embedded';
import { dogLicence, replies } from '../journeys/facts.ts';
import { answerEverything } from '../support/call/answer-everything.ts';
import { scanOfForms } from '../support/doors/by-mail.ts';
import { paperAnswers, shippedService } from '../support/paper/index.ts';
import type { BenchServers } from './bench-servers.ts';
import { type Figure, share } from './figure.ts';
import { holdCalls } from './hold-calls.ts';
import { holdVisits } from './hold-visits.ts';
import { type OpenProcess, openProcess } from './open-process.ts';
import { memoryHeldBy } from './process-tree.ts';

const codes = ['nid-de-poule', 'changement-adresse', 'permis-chien'];
const pages = 200;
const telephones = 50;
/** From hearing a prompt to the key. Unit: milliseconds */
const pace = [2_000, 5_000] as const;
const readers = {
  count: 10,
  everyMs: 1_000,
  paths: ['/', '/services/nid-de-poule', '/services/permis-chien'],
};
const seconds = { warm: 3, calm: 20, busy: 40 };
/** What a turn of a call and a page of the website may take, batch or not. Unit: milliseconds */
const limitMs = { turn: 100, page: 150 };
const aims = { pagesAMinute: 150, megabytes: 450 };

/** Has the mailroom read a scan of 200 pages while people call and read the website: what both feel of it, how fast it reads, what it holds. */
export async function measureBatch(servers: BenchServers): Promise<Figure[]> {
  const open: OpenProcess[] = [];
  const start = async (script: string) => {
    const port = await freePort();
    const one = await openProcess(servers, script, port);
    open.push(one);
    return { ...one, port };
  };
  try {
    const intake = await start('services/intake/src/main.ts');
    await start('workers/relay/src/main.ts');
    const mailroom = await start('workers/mailroom/src/main.ts');
    const people = (held: number) => holdPeople(intake.port, held);
    await people(seconds.warm);
    const calm = await people(seconds.calm);

    const forms = codes.map((code) => ({
      service: shippedService(code),
      answers: paperAnswers[code] ?? {},
    }));
    await read(servers, await scanOfForms(servers.system, forms, { pages: 8, seed: 1 }), () => {});
    const bytes = await scanOfForms(servers.system, forms, { pages: pages, seed: 2 });
    const most = { own: 0, all: 0 };
    const reading = read(servers, bytes, () => {
      const { own, all } = memoryHeldBy(mailroom.pid);
      [most.own, most.all] = [Math.max(most.own, own), Math.max(most.all, all)];
    });
    const busy = await people(seconds.busy);
    const ms = await reading;
    const aMinute = (pages * 60_000) / ms;
    return [
      ...(['turn', 'page'] as const).flatMap((what) => felt(what, calm[what], busy[what])),
      {
        what: `mailroom: form pages a minute, ${pages} of ${codes.length} services, to the last letter in the database`,
        ours: `${aMinute.toFixed(0)} beside ${telephones} calls and ${readers.count} readers`,
        against: `${aims.pagesAMinute}`,
        ratio: aMinute / aims.pagesAMinute,
        aim: '≥ 1',
        holds: aMinute >= aims.pagesAMinute,
      },
      {
        what: 'mailroom: the most that the worker held at once',
        ours: `${megabytes(most.own).toFixed(0)} MB (${megabytes(most.all).toFixed(0)} MB with the child that opens scans)`,
        against: `${aims.megabytes} MB`,
        ratio: megabytes(most.own) / aims.megabytes,
        aim: '≤ 1',
        holds: megabytes(most.own) <= aims.megabytes,
      },
    ];
  } finally {
    for (const one of open) await one.stop();
  }
}

const megabytes = (bytes: number) => bytes / 2 ** 20;

interface Felt {
  turn: number[];
  page: number[];
}

/** Calls and readers at once for so many seconds. */
async function holdPeople(port: number, held: number): Promise<Felt> {
  const until = AbortSignal.timeout(held * 1000);
  const { everyMs, paths, count } = readers;
  const service = shippedService(dogLicence.service);
  const [{ turns }, page] = await Promise.all([
    holdCalls({
      port,
      telephones,
      seconds: held,
      pace,
      talk: (call) =>
        answerEverything(call, {
          service,
          answers: { ...dogLicence.answers, ...replies.phone },
          language: dogLicence.language,
        }),
    }),
    holdVisits(`http://127.0.0.1:${port}`, paths, count, { everyMs, until }),
  ]);
  return { turn: turns, page };
}

function felt(what: keyof Felt, calm: number[], busy: number[]): Figure[] {
  const name = what === 'turn' ? 'a turn of a call' : 'a page of the website';
  const [p50, p99] = [0.5, 0.99].map((at) => [share(calm, at), share(busy, at)] as const);
  if (!p50 || !p99) return [];
  return [
    {
      what: `${name} while a batch of ${pages} pages is read, ${busy.length} of them`,
      ours: `p50 ${p50[1].toFixed(1)} ms, p99 ${p99[1].toFixed(1)} ms`,
      against: `p50 ${p50[0].toFixed(1)} ms, p99 ${p99[0].toFixed(1)} ms without; limit ${limitMs[what]} ms`,
      ratio: p99[1] / limitMs[what],
      aim: '≤ 1',
      holds: p99[1] <= limitMs[what],
    },
  ];
}

/** Hands a file to the mailroom and waits until it is read; gives how long that took. Unit: milliseconds */
async function read({ system }: BenchServers, bytes: Buffer, look: () => void): Promise<number> {
  const from = performance.now();
  const received = await receiveBatch(system, {
    bytes,
    fileName: `${pages}.pdf`,
    mediaType: 'application/pdf',
    source: 'hot-folder',
  });
  for (;;) {
    await sleep(100);
    look();
    const batch = (await listBatches(system)).find(({ id }) => id === received.batchId);
    if (batch?.refusedWhy) throw new Error(`the batch was refused: ${batch.refusedWhy}`);
    if (batch?.readAt) return performance.now() - from;
  }
}
