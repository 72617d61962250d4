import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  as,
  type CaseFile,
  closeCase,
  type DeskContext,
  listPickups,
  listPrintQueue,
  listTasks,
  openDesk,
  readCase,
  takeNext,
  todayOf,
  transcribeAnswer,
} from '@guichet/casework';
import { type Answers, isPending } from '@guichet/catalogue';
import { demoPassword } from '@guichet/infra/demo';
import type { StaffId } from '@guichet/kernel';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { answerEverything } from '../support/call/answer-everything.ts';
import { callLine } from '../support/call/call-line.ts';
import { askAtCounter } from '../support/doors/by-counter.ts';
import { scanOfForm } from '../support/doors/by-mail.ts';
import { askByWeb } from '../support/doors/by-web.ts';
import { confirmLetterByKeyboard } from '../support/doors/confirm-letter.ts';
import { signIn } from '../support/doors/sign-in.ts';
import { eventually } from '../support/eventually.ts';
import { startWholeDesk, type WholeDesk } from '../support/whole-desk.ts';
import { changeOfAddress, dogLicence, type Facts, pothole, replies } from './facts.ts';

let desk: WholeDesk;
let ctx: DeskContext;
let staff: DeskContext;
let browser: Browser;
let clerk: Page;
let close: () => Promise<void>;

beforeAll(async () => {
  desk = await startWholeDesk();
  const { environment } = desk;
  const opened = await openDesk({
    databaseUrl: environment['DATABASE_URL'] ?? '',
    keyFile: environment['GUICHET_KEY_FILE'] ?? '',
    dataDir: environment['GUICHET_DATA'] ?? '',
    catalogueDir: environment['CATALOGUE_DIR'] ?? '',
    name: 'journeys',
    actor: { kind: 'system', name: 'journeys' },
  });
  close = opened.close;
  ctx = opened.ctx;
  const teams = ctx.catalogue.services.map(({ definition }) => definition.routing.team);
  const [row] = await ctx.sql<[{ id: StaffId }]>`select id from staff where sign_in = 'agente'`;
  staff = as(ctx, { kind: 'staff', staffId: row.id, roles: ['agent', 'clerk', 'supervisor'], teams });
  browser = await openBrowser();
  clerk = await signIn(await browser.newContext({ locale: 'fr-CA' }), desk.deskUrl, 'commis', demoPassword);
});

afterAll(async () => {
  await browser?.close();
  await close?.();
  const end = await desk?.stop();
  expect(end?.left ?? [], 'processes left running').toEqual([]);
});

const asked = [
  ['change of address', changeOfAddress],
  ['dog licence', dogLicence],
  ['pothole', pothole],
] as const;

/** The cases of each set of facts, by the door they came through. */
const byDoor = new Map<Facts, Record<string, string>>();

// All letters are in the post first: the machine reads them while the other doors are at work.
it.each(asked)('%s: the form is printed, filled and scanned into the hot folder', async (_, facts) => {
  const { language } = facts;
  const answers = answersFor(facts, 'mail');
  const scan = await scanOfForm(ctx, { service: serviceOf(facts), answers, language });
  const inbox = desk.environment['MAILROOM_INBOX'] ?? '';
  const name = `${facts.service}.pdf`;
  writeFileSync(join(inbox, `.${name}`), scan);
  renameSync(join(inbox, `.${name}`), join(inbox, name));
});

describe.each(asked)('%s: the same facts through four doors', (_, facts) => {
  const references: Record<string, string> = {};
  byDoor.set(facts, references);

  it('is asked by Internet', async () => {
    const { language } = facts;
    const answers = answersFor(facts, 'web');
    const { reference } = await askByWeb(browser, desk.publicUrl, {
      service: serviceOf(facts),
      answers,
      language,
    });
    references['web'] = reference;
  });

  it('is asked by telephone, by keys and recordings alone, and typed by a person', async () => {
    const { environment } = desk;
    const call = await callLine({
      url: desk.publicUrl,
      accountSid: environment['TWILIO_ACCOUNT_SID'] ?? '',
      authToken: environment['TWILIO_AUTH_TOKEN']?.split(',')[0] ?? '',
      apiBaseUrl: environment['TWILIO_API_BASE_URL'] ?? '',
      from: '+14185550123',
    });
    const { language } = facts;
    const answers = answersFor(facts, 'phone');
    references['phone'] = await answerEverything(call, { service: serviceOf(facts), answers, language });
    await call.hangUp();
    await transcribeAll(references['phone'], answers);
  });

  it('is asked at the counter, on one screen, at full speed and by keyboard alone', async () => {
    const { language } = facts;
    const walkIn = {
      service: serviceOf(facts),
      answers: answersFor(facts, 'counter'),
      language,
      today: today(),
    };
    references['counter'] = await askAtCounter(clerk, desk.deskUrl, walkIn);
  });

  it('is asked by post: read by the machine and confirmed at the mailroom, by keyboard alone', async () => {
    references['mail'] = await confirmed(facts, answersFor(facts, 'mail'));
  });

  it('gives four cases with equal answers and equal clocks', async () => {
    expect(Object.keys(references).sort()).toEqual(['counter', 'mail', 'phone', 'web']);
    for (const [door, reference] of Object.entries(references)) {
      const file = await readCase(staff, { reference, revealFor: 'Comparaison des portes' });
      expect(answersIn(file), door).toEqual(facts.answers);
      expect(file.channel).toBe(door);
      expect(file.language, door).toBe(facts.language);
      expect(clocksIn(file), door).toEqual(
        clocksIn(await readCase(staff, { reference: references['web'] ?? '' })),
      );
    }
  });

  it('gives four replies through four ways', async () => {
    const outcome = serviceOf(facts).definition.outcomes[0]?.key ?? '';
    for (const reference of Object.values(references)) await closeCase(staff, { reference, outcome });
    const mailFolder = join(desk.folder, 'mail');
    const fates = { web: 'sent', phone: 'sent', mail: 'print-queue', counter: 'awaiting-pickup' };
    const ways = { web: 'email', phone: 'sms', mail: 'letter', counter: 'pickup' };
    for (const door of ['web', 'phone', 'mail', 'counter'] as const) {
      const reference = references[door] ?? '';
      const found = await eventually(() => decisionOf(reference), {
        withinMs: 30_000,
        what: () => `${door}'s reply`,
      });
      expect(found.way).toBe(ways[door]);
      expect([fates[door], ...(door === 'phone' ? ['delivered'] : [])]).toContain(found.fate);
    }
    const spaced = (references['web'] ?? '').replace(/^(\d{3})(\d{3})(\d{4})$/, '$1.{1,6}$2.{1,6}$3');
    await eventually(() => mailsIn(mailFolder).some((text) => new RegExp(spaced).test(text)), {
      what: () => 'the e-mail',
    });
    expect((await listPrintQueue(staff)).rows.some((row) => row.reference === references['mail'])).toBe(true);
    expect((await listPickups(staff)).some((row) => row.reference === references['counter'])).toBe(true);
  });
});

it('prints the letters as one batch, hands them over by count, and tells who can not be reached by post', async () => {
  const mailed = asked.map(([, facts]) => byDoor.get(facts)?.['mail'] ?? '');
  const waiting = (await listPrintQueue(staff)).rows;
  for (const reference of mailed) expect(waiting.map((row) => row.reference)).toContain(reference);
  await clerk.goto(`${desk.deskUrl}/print`);
  await clerk.click('form[action="/print/batches"] .button-primary');
  await clerk.waitForURL(/\/print\/batches\//);
  const count = await clerk.locator('select[name^="spoiled."]').count();
  expect(count).toBeGreaterThanOrEqual(mailed.length);
  await clerk.fill('#count', String(count));
  await clerk.fill('#handedTo', 'Postes Canada');
  await clerk.click('form[action$="/handover"] .button-primary');
  await clerk.waitForURL(/told=handed/);
  for (const reference of mailed) expect((await decisionOf(reference))?.fate).toBe('posted');

  for (const reference of mailed) {
    const [{ code }] = await ctx.sql<[{ code: string }]>`
      select p.code from letter_print p join cases c on c.id = p.case_id join delivery d on d.id = p.delivery_id
        join reply r on r.id = d.reply_id where c.reference = ${reference} and r.purpose = 'decision'`;
    await clerk.goto(`${desk.deskUrl}/print/returned`);
    await clerk.fill('#code', code);
    await clerk.keyboard.press('Enter');
    await clerk.check('input[name="why"][value="moved"]');
    await clerk.click('form[action^="/print/returned/"] .button-primary');
    await clerk.waitForSelector('.notice-success');
    expect((await decisionOf(reference))?.fate).toBe('returned');
  }
  // Of the three, the change of address alone names a telephone.
  const [reachable = '', ...unreachable] = mailed;
  const told = await eventually(
    async () => {
      const file = await readCase(staff, { reference: reachable });
      const notice = file.replies.find(({ purpose }) => purpose === 'news');
      // Called at once, or in the morning: nobody is called at night.
      const isUnderWay = file.history.some(
        ({ kind, data }) =>
          ['reply.attempted', 'reply.postponed'].includes(kind) && data['replyId'] === notice?.id,
      );
      return isUnderWay ? notice : undefined;
    },
    { what: () => 'the person to be told by telephone', withinMs: 30_000 },
  );
  expect(told.way).toBe('voice');
  expect(told.words).toContain('nous est revenue');
  const tasks = (await listTasks(staff)).filter(({ kind }) => kind === 'address');
  expect(tasks.map(({ reference }) => reference).sort()).toEqual([...unreachable].sort());
});

it('gives waiting cases of every door from one queue', async () => {
  const taken = await takeNext(staff);
  expect(taken.kind).toBe('taken');
});

function serviceOf(facts: Facts) {
  const service = ctx.catalogue.find(facts.service);
  if (!service) throw new Error(`no service ${facts.service}`);
  return service;
}

/** What is told at a door: the facts, and how to hear back, as far as the service does not know it already. */
function answersFor(facts: Facts, door: keyof typeof replies): Answers {
  const service = serviceOf(facts);
  const reply = Object.entries(replies[door]).filter(([key]) => service.question(key));
  return { ...facts.answers, ...Object.fromEntries(reply) };
}

function today(): string {
  return todayOf(ctx.clock.now());
}

/** Types each recording of a case as a person would who hears what the caller said. */
async function transcribeAll(reference: string, answers: Answers): Promise<void> {
  const tasks = (await listTasks(staff)).filter(
    (task) => task.reference === reference && task.kind === 'transcription',
  );
  for (const { id, question } of tasks) {
    const value = (question ?? '')
      .split('.')
      .reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], answers);
    const done = await transcribeAnswer(staff, id, value);
    expect(done.kind, question ?? '').toBe('transcribed');
  }
}

/** Has a clerk confirm the letter, who checks every field against the picture, which shows the facts. */
async function confirmed(facts: Facts, answers: Answers): Promise<string> {
  const { language } = facts;
  const letter = { service: serviceOf(facts), answers, language, today: today() };
  const { reference, corrected, misread } = await confirmLetterByKeyboard(clerk, desk.deskUrl, letter);
  expect(misread, 'what the machine did not point out').toEqual([]);
  const file = await readCase(staff, { reference });
  const read = file.answers.filter(({ provenance }) => provenance.how === 'read-by-machine');
  expect(read.length, `questions read without a person, but for ${corrected.join(', ')}`).toBeGreaterThan(
    Object.keys(answers).length / 3,
  );
  return reference;
}

function answersIn(file: CaseFile): Answers {
  const own = file.answers.filter(({ question }) => !question.startsWith('reply-'));
  return Object.fromEntries(
    own.map(({ question, value }) => {
      if (value === undefined || isPending(value)) throw new Error(`${question} is not there`);
      return [question, value];
    }),
  );
}

function clocksIn(file: CaseFile) {
  return file.clocks.map(({ kind, dueAt }) => ({ kind, dueAt }));
}

async function decisionOf(reference: string) {
  const file = await readCase(staff, { reference });
  const reply = file.replies.find(({ purpose }) => purpose === 'decision');
  return file.deliveries.find(({ replyId, fate }) => replyId === reply?.id && fate !== null);
}

function mailsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .map((name) =>
      readFileSync(join(folder, name), 'utf8').replaceAll('=C2=A0', ' ').replaceAll('\u00a0', ' '),
    );
}
