import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beginRecording, readEvidence, saveDraft } from '@guichet/casework';
import { dispatch } from '@guichet/jobs';
import { day, type EvidenceId, newId } from '@guichet/kernel';
import { startTwilioFake } from '@guichet/infra/embedded';
import { afterAll, describe, expect, it } from 'vitest';
import { openSuggestion } from '../../../../shared/casework/src/privacy/suggestion.ts';
import { eventually } from '../../../../tests/support/eventually.ts';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { correspondenceContext } from '../correspondence-context.ts';
import { openTranscriber, type Transcriber } from '../transcriber/transcriber.ts';
import { handlers } from './index.ts';

const desk = await useDesk();
const { adminSql } = desk.database;
const clerk = await desk.staff('commis', ['clerk'], ['voirie']);
const accountSid = `AC${'1'.repeat(32)}`;
const twilio = await startTwilioFake({ port: 0, accountSid, authToken: 'secret' });
const dir = mkdtempSync(join(tmpdir(), 'guichet-transcriber-'));
const folder = join(dir, 'sounds');
afterAll(async () => {
  await twilio.close();
  rmSync(dir, { recursive: true, force: true });
});

const settings = {
  NODE_ENV: undefined,
  DATABASE_URL: '',
  REDIS_URL: '',
  GUICHET_KEY_FILE: '',
  GUICHET_DATA: '',
  CATALOGUE_DIR: '',
  PUBLIC_URL: 'http://127.0.0.1:9',
  SMTP_URL: 'smtp://127.0.0.1:9',
  MAIL_FROM: 'guichet@exemple.ca',
  ORGANISATION_FR: 'Ville',
  ORGANISATION_EN: 'City',
  ORGANISATION_ADDRESS: 'Ville',
  TWILIO_ACCOUNT_SID: accountSid,
  TWILIO_AUTH_TOKEN: 'secret',
  TWILIO_API_BASE_URL: twilio.url,
  TWILIO_FROM: '+14185550100',
  OUTBOUND_PREFIXES: ['+1'],
  PHONE_TRANSFER_TO: [],
};
const worker = (transcriber?: Transcriber) =>
  dispatch(handlers, {}, correspondenceContext(desk.ctx, settings, transcriber));
const sound = Buffer.from('RIFF a voice that says Jeanne Tremblay');

/** Leaves a recording at the provider and begins its keeping here; gives both names of it. */
async function record(language: 'fr' | 'en' = 'fr') {
  const at = `${twilio.url}/2010-04-01/Accounts/${accountSid}/Recordings.json?CallSid=CA1&Duration=2`;
  const authorization = `Basic ${Buffer.from(`${accountSid}:secret`).toString('base64')}`;
  const made = await fetch(at, {
    method: 'POST',
    body: new Uint8Array(sound),
    headers: { authorization },
  });
  const { sid } = (await made.json()) as { sid: string };
  const evidenceId: EvidenceId = newId<'evidence'>();
  const draftId = await saveDraft(desk.public('phone'), {
    service: 'nid-de-poule',
    version: 1,
    channel: 'phone',
    language,
    content: { answers: {}, skipped: [] },
  });
  const recording = { evidenceId, providerRef: sid, mediaType: 'audio/mpeg', draftId };
  await beginRecording(desk.public('phone'), recording);
  return { sid, evidenceId, draftId };
}

/** Does a staged job of a recording as a worker would; false when none is staged. */
async function work(name: string, evidenceId: string, perform = worker()): Promise<boolean> {
  const [job] = await adminSql<[{ id: string; dueAt: Date }?]>`
    select id, due_at from outbox where job = ${name} and ids ->> 'evidenceId' = ${evidenceId}`;
  if (!job) return false;
  await perform({ id: job.id, name, data: { evidenceId }, attempt: 1 });
  return true;
}

const fetching = 'correspondence.fetch-recording';
const forgetting = 'correspondence.forget-recording';
const suggesting = 'correspondence.suggest-transcript';

describe('a recording', () => {
  it('is kept here sealed and hashed, and only then deleted at the provider', async () => {
    const { sid, evidenceId, draftId } = await record();
    expect(await work(forgetting, evidenceId)).toBe(false);
    expect(await work(fetching, evidenceId)).toBe(true);
    expect(twilio.recordings()).toContain(sid);
    const kept = await desk.ctx.evidence.get(evidenceId);
    expect(kept.includes('Jeanne') || kept.includes('RIFF')).toBe(false);
    const [row] = await adminSql`
      select encode(sha256, 'hex') as sha256, data_key is not null as sealed from evidence where id = ${evidenceId}`;
    const hash = Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(sound))).toString('hex');
    expect(row).toEqual({ sha256: hash, sealed: true });
    expect(await work(forgetting, evidenceId)).toBe(true);
    expect(twilio.recordings()).not.toContain(sid);
    expect((await readEvidence(clerk, evidenceId)).bytes.equals(sound)).toBe(true);
    const events = await adminSql<{ kind: string }[]>`
      select kind from event where subject_id = ${draftId} order by seq`;
    expect(events.map(({ kind }) => kind).slice(1)).toEqual([
      'recording.made',
      'evidence.kept',
      'recording.forgotten',
    ]);
  });

  it('whose worker dies between keeping and deleting is deleted later, from the database alone', async () => {
    const { sid, evidenceId } = await record();
    await work(fetching, evidenceId);
    // The worker and its Redis are gone: what is left to do stands in the outbox, and nothing is fetched again.
    expect(await work(fetching, evidenceId)).toBe(false);
    twilio.refuseNext(1, 503);
    await expect(work(forgetting, evidenceId)).rejects.toMatchObject({ code: 'not-now' });
    expect(twilio.recordings()).toContain(sid);
    await work(forgetting, evidenceId);
    expect(twilio.recordings()).not.toContain(sid);
    expect(await work(forgetting, evidenceId)).toBe(false);
  });

  it('is never deleted there before it is kept here', async () => {
    const { sid, evidenceId } = await record();
    const job = { id: newId(), name: forgetting, data: { evidenceId }, attempt: 1 };
    await expect(worker()(job)).rejects.toMatchObject({ code: 'not-now' });
    expect(twilio.recordings()).toContain(sid);
  });
});

/** Writes a program that is given the sound and the language, as whisper.cpp is. */
function program(name: string, script: string): string {
  const file = join(dir, name);
  writeFileSync(file, `#!${process.execPath}\n${script}`);
  chmodSync(file, 0o700);
  return file;
}

const told: string[] = [];
const open = (file: string, timeoutMs = 20_000) =>
  openTranscriber({
    command: [file, '-l', '{language}', '-f', '{file}'],
    folder,
    path: process.env['PATH'] ?? '',
    timeoutMs,
    onNothing: (why) => told.push(why),
  });

async function suggestionOf(evidenceId: string): Promise<Buffer | null> {
  const [row] = await adminSql<[{ suggestion: Buffer | null }]>`
    select suggestion from evidence where id = ${evidenceId}`;
  return row.suggestion;
}

describe('a transcriber', () => {
  const honest = program(
    'honest.mjs',
    `import { readFileSync, statSync } from 'node:fs';
     const [, , , language, , file] = process.argv;
     const said = readFileSync(file, 'utf8').replace(/^RIFF a voice that says /, '');
     const mode = (statSync(file).mode & 0o777).toString(8);
     const secrets = Object.keys(process.env).filter((name) => !/^(PATH|LANG|LC_|_$)/.test(name)).join();
     console.log('[00:00:00.000 --> 00:00:02.000]  ' + said + '\\n[00:00:02.000 --> 00:00:03.000]  ' + [language, mode, secrets].join(' '));`,
  );

  it('that is not set up is not asked', async () => {
    const { evidenceId } = await record();
    await work(fetching, evidenceId);
    expect(await work(suggesting, evidenceId)).toBe(false);
  });

  it('is given the sound in a file of ours alone and none of our settings, and what it prints is kept sealed', async () => {
    const hands = worker(await open(honest));
    const { evidenceId, draftId } = await record('en');
    await work(fetching, evidenceId, hands);
    expect(await work(suggesting, evidenceId, hands)).toBe(true);
    expect(await work(suggesting, evidenceId, hands)).toBe(false);
    const sealed = await suggestionOf(evidenceId);
    expect(sealed?.includes('Jeanne')).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
    const [event] = await adminSql`
      select kind, data from event where subject_id = ${draftId} order by seq desc limit 1`;
    expect(event).toEqual({ kind: 'transcript.suggested', data: { evidenceId } });
    const [row] = await adminSql<
      [{ dataKey: Buffer }]
    >`select data_key from evidence where id = ${evidenceId}`;
    expect(openSuggestion(desk.ctx.keyring, evidenceId, row.dataKey, sealed ?? Buffer.alloc(0))).toBe(
      'Jeanne Tremblay en 600',
    );
  });

  const bad: [string, string, string, number?][] = [
    ['hangs', 'slow', `setInterval(() => {}, 1000);`, 1_500],
    ['fails', 'failed', `console.log('half of an answer'); process.exit(3);`],
    ['prints no text', 'not-text', `process.stdout.write(Buffer.from([0xff, 0xfe, 0x00, 0x80]));`],
    ['prints nothing', 'not-text', ''],
    ['prints escapes', 'not-text', `process.stdout.write('\\u001b[31mrouge');`],
    ['prints without end', 'too-long', `for (;;) process.stdout.write('la '.repeat(10_000));`],
  ];
  it.each(bad)(
    'that %s leaves no suggestion, no file and no work behind',
    async (name, why, script, timeoutMs) => {
      told.length = 0;
      const file = program(`${name.replaceAll(/\W/g, '-')}.mjs`, script);
      const transcriber = await open(file, timeoutMs);
      const hands = worker(transcriber);
      const { evidenceId } = await record();
      await work(fetching, evidenceId, hands);
      await work(suggesting, evidenceId, hands);
      expect([told, await suggestionOf(evidenceId)]).toEqual([[why], null]);
      expect(await work(suggesting, evidenceId, hands)).toBe(false);
      expect([readdirSync(folder), transcriber.isBusy()]).toEqual([[], false]);
    },
  );

  it('that is ended is ended with all it started', async () => {
    const pidFile = join(dir, 'child.pid');
    const file = program(
      'parent.mjs',
      `import { spawn } from 'node:child_process';
       import { writeFileSync } from 'node:fs';
       const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
       writeFileSync(${JSON.stringify(pidFile)}, String(child.pid));
       setInterval(() => {}, 1000);`,
    );
    const transcriber = await open(file, 2_500);
    expect(await transcriber.hear({ bytes: sound, mediaType: 'audio/wav', language: 'fr' })).toBeUndefined();
    const child = Number(readFileSync(pidFile, 'utf8'));
    expect(child).toBeGreaterThan(1);
    await eventually(async () => isGone(child));
  });

  it('that is not there leaves no suggestion', async () => {
    told.length = 0;
    const hands = worker(await open(join(dir, 'nowhere')));
    const { evidenceId } = await record();
    await work(fetching, evidenceId, hands);
    await work(suggesting, evidenceId, hands);
    expect([told, await suggestionOf(evidenceId)]).toEqual([['not-started'], null]);
  });

  it('hears one recording at a time: another waits in the outbox, and no hand waits with it', async () => {
    const slow = program('slow.mjs', `setTimeout(() => console.log('oui'), 1500);`);
    const transcriber = await open(slow);
    const hands = worker(transcriber);
    const [one, other] = [await record(), await record()];
    for (const { evidenceId } of [one, other]) await work(fetching, evidenceId, hands);
    const running = work(suggesting, one.evidenceId, hands);
    await eventually(async () => transcriber.isBusy() && readdirSync(folder).length === 1);
    await work(suggesting, other.evidenceId, hands);
    const [waiting] = await adminSql<[{ isLater: boolean }]>`
      select due_at > now() as is_later from outbox where job = ${suggesting} and ids ->> 'evidenceId' = ${other.evidenceId}`;
    expect(waiting.isLater).toBe(true);
    await running;
    await work(suggesting, other.evidenceId, hands);
    expect(await suggestionOf(other.evidenceId)).toBeInstanceOf(Buffer);
  });

  it('starts by removing the sounds that a killed worker left, and none that another is hearing', async () => {
    mkdirSync(folder, { recursive: true });
    for (const name of ['old.wav', 'new.wav']) writeFileSync(join(folder, name), 'sound');
    const before = new Date(Date.now() - day);
    utimesSync(join(folder, 'old.wav'), before, before);
    await open(honest);
    expect(readdirSync(folder)).toEqual(['new.wav']);
    rmSync(join(folder, 'new.wav'));
  });
});

/** A process that was ended but not yet buried by init counts as gone. */
function isGone(pid: number): boolean {
  try {
    return /^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return true;
  }
}
