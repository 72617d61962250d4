import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  as,
  type CaseFile,
  closeCase,
  confirmLetter,
  type DeskContext,
  listLetters,
  listPickups,
  listPrintQueue,
  listTasks,
  openDesk,
  readCase,
  readLetter,
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
import { signIn } from '../support/doors/sign-in.ts';
import { eventually } from '../support/eventually.ts';
import { startWholeDesk, type WholeDesk } from '../support/whole-desk.ts';
import { changeOfAddress, dogLicence, type Facts, replies } from './facts.ts';

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
  clerk = await signIn(
    await browser.newContext({ javaScriptEnabled: false, locale: 'fr-CA' }),
    desk.deskUrl,
    'commis',
    demoPassword,
  );
});

afterAll(async () => {
  await browser?.close();
  await close?.();
  const end = await desk?.stop();
  expect(end?.left ?? [], 'processes left running').toEqual([]);
});

describe.each([
  ['change of address', changeOfAddress],
  ['dog licence', dogLicence],
] as const)('%s: the same facts through four doors', (_, facts) => {
  const references: Record<string, string> = {};

  it('is asked by Internet', async () => {
    const asked = await askByWeb(browser, desk.publicUrl, serviceOf(facts), {
      ...facts.answers,
      ...replies.web,
    });
    references['web'] = asked.reference;
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
    const answers = { ...facts.answers, ...replies.phone };
    references['phone'] = await answerEverything(call, { service: serviceOf(facts), answers });
    await call.hangUp();
    await transcribeAll(references['phone'], answers);
  });

  it('is asked at the counter, on one screen', async () => {
    const answers = { ...facts.answers, ...replies.counter, ...nameFor(facts) };
    references['counter'] = await askAtCounter(clerk, desk.deskUrl, serviceOf(facts), answers);
  });

  it('is asked by post: printed, filled, scanned into the hot folder, read and confirmed', async () => {
    const answers = { ...facts.answers, ...replies.mail };
    const scan = await scanOfForm(ctx, { service: serviceOf(facts), answers });
    const inbox = desk.environment['MAILROOM_INBOX'] ?? '';
    const name = `${facts.service}.pdf`;
    writeFileSync(join(inbox, `.${name}`), scan);
    renameSync(join(inbox, `.${name}`), join(inbox, name));
    references['mail'] = await confirmed(facts, answers);
  });

  it('gives four cases with equal answers and equal clocks', async () => {
    expect(Object.keys(references).sort()).toEqual(['counter', 'mail', 'phone', 'web']);
    for (const [door, reference] of Object.entries(references)) {
      const file = await readCase(staff, { reference, revealFor: 'Comparaison des portes' });
      expect(answersIn(file), door).toEqual(facts.answers);
      expect(file.channel).toBe(door);
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
    expect((await listPrintQueue(staff)).some((row) => row.reference === references['mail'])).toBe(true);
    expect((await listPickups(staff)).some((row) => row.reference === references['counter'])).toBe(true);
  });
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

/** The counter asks for the name of whoever picks up, unless the service asks it already. */
function nameFor(facts: Facts): Answers {
  return serviceOf(facts).question('reply-name') ? { 'reply-name': 'Marie Tremblay' } : {};
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

/** Confirms the letter as a clerk who checks what the machine doubts against the picture, which shows the facts. */
async function confirmed(facts: Facts, answers: Answers): Promise<string> {
  const row = await eventually(
    async () => (await listLetters(staff)).find((letter) => letter.serviceCode === facts.service),
    { withinMs: 120_000, what: () => 'the letter to be read' },
  );
  const letter = await readLetter(staff, row.id);
  expect(letter.missingPages).toEqual([]);
  const today = todayOf(ctx.clock.now());
  const service = serviceOf(facts);
  const sure = new Set(Object.keys(letter.answers));
  for (const { path, doubts } of letter.fields) if (doubts.length > 0) sure.delete(path.split('.')[0] ?? '');
  // What the machine is sure of goes in as read; the doubtful is typed by the clerk.
  const asRead = Object.fromEntries(Object.entries(letter.answers).filter(([key]) => sure.has(key)));
  for (const [key, raw] of Object.entries(asRead)) {
    const question = service.question(key);
    const parsed = question && service.parseAnswer(question, raw, { today });
    expect(parsed?.ok && parsed.value, `sure of ${key}`).toEqual(answers[key]);
  }
  expect(Object.keys(asRead).length, 'questions read without a person').toBeGreaterThan(
    Object.keys(answers).length / 3,
  );
  const outcome = await confirmLetter(staff, {
    letterId: row.id,
    service: facts.service,
    language: 'fr',
    answers: { ...answers, ...asRead },
    depositedOn: today,
  });
  if (outcome.kind === 'incomplete') throw new Error(JSON.stringify(outcome.problems));
  return outcome.case.reference;
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
