import {
  addStaff,
  addTeam,
  as,
  type DeskContext,
  openDesk,
  readCase,
  readOwnKeying,
  todayOf,
} from '@guichet/casework';
import { type Answers, type CompiledService, type FormValues, formValues } from '@guichet/catalogue';
import { counterScreen } from '@guichet/channels/counter';
import { createLogger } from '@guichet/platform';
import { createApp } from '../../services/desk/src/app.tsx';
import { listen } from '../../services/intake/src/listen.ts';
import { openBrowser } from '../support/browser.ts';
import { keyByKeys } from '../support/doors/key-by-keys.ts';
import { lettersRead } from '../support/doors/keyed-letters.ts';
import { misreadLetter } from '../support/doors/misread-letter.ts';
import { signIn } from '../support/doors/sign-in.ts';
import { paperAnswers } from '../support/paper/index.ts';
import { seeded } from '../support/paper/random.ts';
import { type BenchServers, catalogueDir } from './bench-servers.ts';
import type { Figure } from './figure.ts';

const letters = 120;
const codes = ['permis-chien', 'nid-de-poule'];
/** Unit: fields an hour, and wrong fields in a thousand. */
const aims = { anHour: 600, wrongInAThousand: 0.1 };
const clerk = { signIn: 'station', password: 'only-for-bench' };

/** Plays a clerk at the mailroom's station by keys alone, over letters read with seeded errors; counts fields an hour and what is wrong in the cases. */
export async function measureStation(servers: BenchServers): Promise<Figure[]> {
  const desk = await openDesk({
    ...servers,
    catalogueDir,
    name: 'bench-station',
    actor: { kind: 'door' },
    poolMax: 8,
  });
  const log = createLogger('bench', { level: 'silent' });
  const app = createApp({ ctx: desk.ctx, log, publicUrl: 'http://localhost:3000', https: false });
  const [server, browser] = await Promise.all([listen(app, 0), openBrowser()]);
  try {
    const home = `http://localhost:${server.port}`;
    const staff = await hire(servers.system, desk.ctx);
    const page = await signIn(
      await browser.newContext({ locale: 'fr-CA' }),
      home,
      clerk.signIn,
      clerk.password,
    );
    const random = seeded(5);
    const doubted: number[] = [];
    const wrongBefore: number[] = [];
    const wrongAfter: number[] = [];
    let ms = 0;
    for (let at = 0; at < letters; at += 1) {
      const service = desk.ctx.catalogue.find(codes[at % codes.length] ?? '');
      if (!service) throw new Error('no service');
      const answers = paperAnswers[service.definition.code] ?? {};
      const letter = await misreadLetter(service, answers, random);
      const [id] = await lettersRead({ ctx: servers.system }, [letter.reading]);
      const today = todayOf(desk.ctx.clock.now());
      const wanted = counterScreen(service, answers, { language: 'fr', today }).values;
      const from = performance.now();
      await page.goto(`${home}/mailroom/letters/${id}`);
      await keyByKeys(page, wanted);
      ms += performance.now() - from;
      doubted.push(letter.doubted.length);
      wrongBefore.push(letter.wrong.length);
      wrongAfter.push(await wrongIn(staff, service, answers, page.url()));
    }
    const own = await readOwnKeying(staff);
    const [fields, doubts, wrongs, wrong] = [own.fields, sum(doubted), sum(wrongBefore), sum(wrongAfter)];
    const anHour = (fields * 3_600_000) / ms;
    return [
      {
        what: `mailroom station: ${letters} letters by keys alone, ${fields} fields confirmed or typed`,
        ours: `${Math.round(anHour)} fields an hour`,
        against: `${aims.anHour} an hour`,
        ratio: anHour / aims.anHour,
        aim: '≥ 1',
        holds: anHour >= aims.anHour,
      },
      {
        what: `mailroom station: wrong fields in the cases, of ${wrongs} read wrong and in doubt`,
        ours: `${wrong} of ${fields} (${((wrong * 1000) / fields).toFixed(2)} in a thousand)`,
        against: `${aims.wrongInAThousand} in a thousand`,
        ratio: (wrong * 1000) / fields / aims.wrongInAThousand,
        aim: '≤ 1',
        holds: (wrong * 1000) / fields <= aims.wrongInAThousand,
      },
      {
        what: 'mailroom station: fields in doubt that reached a case without a key of a person',
        ours: String(Math.max(0, doubts - own.fields)),
        against: '0',
        ratio: Math.max(0, doubts - own.fields),
        aim: '0',
        holds: own.fields >= doubts,
      },
    ];
  } finally {
    await browser.close();
    await server.close();
    await desk.close();
  }
}

async function hire(system: DeskContext, door: DeskContext): Promise<DeskContext> {
  const teams = [...new Set(codes.map((code) => system.catalogue.find(code)?.definition.routing.team ?? ''))];
  for (const team of teams) await addTeam(system, team, { fr: team, en: team });
  const roles = ['clerk'] as const;
  const staffId = await addStaff(system, { ...clerk, name: clerk.signIn, language: 'fr', roles, teams });
  return as(door, { kind: 'staff', staffId, roles, teams });
}

/** Counts the controls whose answer in the case is not what is written on the letter. */
async function wrongIn(
  staff: DeskContext,
  service: CompiledService,
  answers: Answers,
  url: string,
): Promise<number> {
  const reference = new URL(url).searchParams.get('made') ?? '';
  const file = await readCase(staff, { reference, revealFor: 'bench' });
  const held = Object.fromEntries(file.answers.map(({ question, value }) => [question, value]));
  return service.questions
    .map((question): number => {
      const [one, other]: FormValues[] = [
        formValues(question, answers[question.key], 'fr'),
        formValues(question, held[question.key] ?? undefined, 'fr'),
      ];
      const names = new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})]);
      return [...names].filter((name) => String(one?.[name]) !== String(other?.[name])).length;
    })
    .reduce((total, count) => total + count, 0);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
