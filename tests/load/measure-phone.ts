import { freePort } from '@guichet/infra/embedded';
import { openDatabase } from '@guichet/platform';
import { dogLicence, pothole, replies } from '../journeys/facts.ts';
import { answerEverything } from '../support/call/answer-everything.ts';
import type { PhoneCall } from '../support/call/call-line.ts';
import { shippedService } from '../support/paper/index.ts';
import type { BenchServers } from './bench-servers.ts';
import { type Figure, share } from './figure.ts';
import { type CallFigures, holdCalls } from './hold-calls.ts';
import { type OpenProcess, openProcess } from './open-process.ts';

const telephones = 200;
const limitMs = 100;
/** From hearing a prompt to the key: a person's own pace, about the one of 40 to 60 turns a second at 200 calls. Unit: milliseconds */
const pace = [2_000, 5_000] as const;
const seconds = { warm: 3, bare: 15, line: 150, hurried: 8, crowd: 90 };

/** As many as a town's line holds on its worst day, a hundred turns a second. Unit: milliseconds */
const crowd = { telephones: 500, pace: [3_000, 7_000] as const, p50LimitMs: 15, p99LimitMs: 80 };

/** One telephone in two reports a pothole in English, the others ask for a dog licence in French. */
const personas = [pothole, dogLicence].map(({ service, answers, language }) => ({
  service: shippedService(service),
  answers: { ...answers, ...replies.phone },
  language,
}));

/** Times the turns of 200 calls at once, each on its way through a whole request, beside a line that only checks signatures. */
export async function measurePhone(servers: BenchServers): Promise<Figure[]> {
  const doors: OpenProcess[] = [];
  const open = async (script: string): Promise<number> => {
    const port = await freePort();
    doors.push(await openProcess(servers, script, port));
    return port;
  };
  try {
    const bare = { port: await open('tests/load/bare-line.ts'), telephones, talk: pressOn };
    const references: string[] = [];
    const talk = async (call: PhoneCall, telephone: number) => {
      const persona = personas[telephone % personas.length];
      if (persona) references.push(await answerEverything(call, persona));
    };
    const ours = { port: await open('services/intake/src/main.ts'), telephones, talk };
    for (const one of [bare, ours]) await holdCalls({ ...one, telephones: 20, seconds: seconds.warm });

    const bareCalm = await holdCalls({ ...bare, seconds: seconds.bare, pace });
    const calm = await holdCalls({ ...ours, seconds: seconds.line, pace });
    const bareHurried = await holdCalls({ ...bare, seconds: seconds.hurried });
    const hurried = await holdCalls({ ...ours, seconds: seconds.hurried });
    const full = await holdCalls({ ...ours, ...crowd, seconds: seconds.crowd });
    const lost = await countLost(servers, references);
    const p99 = share(calm.turns, 0.99);
    return [
      {
        what: `phone turn p99, ${telephones} calls at once, 2 to 5 s from prompt to key: ${told(calm)}`,
        ours: times(calm),
        against: `limit ${limitMs} ms`,
        ratio: p99 / limitMs,
        aim: '≤ 1',
        holds: p99 <= limitMs,
      },
      {
        what: 'the same, beside a line that only checks the signature and says one thing',
        ours: times(calm),
        against: `bare Hono ${times(bareCalm)}`,
        ratio: p99 / share(bareCalm.turns, 0.99),
        aim: 'told',
        holds: true,
      },
      {
        what: `phone turns a second, ${telephones} callers who press at once: ${told(hurried)}`,
        ours: `${hurried.turnsPerSecond.toFixed(0)}/s, ${times(hurried)}`,
        against: `bare Hono ${bareHurried.turnsPerSecond.toFixed(0)}/s, ${times(bareHurried)}`,
        ratio: hurried.turnsPerSecond / bareHurried.turnsPerSecond,
        aim: 'told',
        holds: true,
      },
      ...(['p50', 'p99'] as const).map((which): Figure => {
        const limit = which === 'p50' ? crowd.p50LimitMs : crowd.p99LimitMs;
        const spent = share(full.turns, which === 'p50' ? 0.5 : 0.99);
        return {
          what: `phone turn ${which}, ${crowd.telephones} calls at once, 3 to 7 s from prompt to key: ${told(full)}`,
          ours: times(full),
          against: `limit ${limit} ms`,
          ratio: spent / limit,
          aim: '≤ 1',
          holds: spent <= limit,
        };
      }),
      {
        what: 'phone: references told to a caller that are no case',
        ours: String(lost),
        against: '0',
        ratio: lost,
        aim: '0',
        holds: lost === 0,
      },
    ];
  } finally {
    for (const door of doors) await door.stop();
  }
}

/** A caller of the line that says one thing, until the time is up. */
async function pressOn(call: PhoneCall): Promise<never> {
  for (;;) await call.press('1');
}

function times({ turns }: CallFigures): string {
  const [p50, p99] = [0.5, 0.99].map((at) => share(turns, at).toFixed(1));
  return `p50 ${p50} ms, p99 ${p99} ms`;
}

function told({ turns, calls, turnsPerSecond }: CallFigures): string {
  return `${turns.length} turns, ${turnsPerSecond.toFixed(0)}/s, ${calls} calls to their end`;
}

/** Counts the references that callers heard and that no case of the phone bears. */
async function countLost({ superuserUrl }: BenchServers, heard: string[]): Promise<number> {
  const sql = openDatabase({ url: superuserUrl, max: 1, name: 'bench-count' });
  try {
    const [{ kept }] = await sql<[{ kept: number }]>`
      select count(*)::int as kept from cases where channel = 'phone' and reference = any (${heard})`;
    return heard.length - kept;
  } finally {
    await sql.end();
  }
}
