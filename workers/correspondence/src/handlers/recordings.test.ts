import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beginRecording, readEvidence } from '@guichet/casework';
import { dispatch } from '@guichet/jobs';
import { type EvidenceId, newId } from '@guichet/kernel';
import { startTwilioFake } from '@guichet/infra/embedded';
import { afterAll, describe, expect, it } from 'vitest';
import { openSuggestion } from '../../../../shared/casework/src/privacy/suggestion.ts';
import { testSettings, testAccount } from '../../test/settings.ts';
import { eventually } from '../../../../tests/support/eventually.ts';
import { phoneDraft } from '../../../../tests/support/recorded-request.ts';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { correspondenceContext } from '../correspondence-context.ts';
import { honest, program } from '../../test/program.ts';
import { openTranscriber, type Transcriber } from '../transcriber/transcriber.ts';
import { handlers } from './index.ts';

const desk = await useDesk();
const { adminSql } = desk.database;
const clerk = await desk.staff('commis', ['clerk'], ['voirie']);
const twilio = await startTwilioFake({ port: 0, ...testAccount });
const dir = mkdtempSync(join(tmpdir(), 'guichet-transcriber-'));
const folder = join(dir, 'sounds');
afterAll(async () => {
  await twilio.close();
  rmSync(dir, { recursive: true, force: true });
});

const worker = (transcriber?: Transcriber) =>
  dispatch(handlers, {}, correspondenceContext(desk.ctx, testSettings(twilio.url), transcriber));
const sound = Buffer.from('RIFF a voice that says Jeanne Tremblay');

/** Leaves a recording at the provider and begins its keeping here; gives both names of it. */
async function record(language: 'fr' | 'en' = 'fr') {
  const sid = twilio.record({ media: sound, seconds: 2 });
  const evidenceId: EvidenceId = newId<'evidence'>();
  const draftId = await phoneDraft(desk, language);
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

const ran = join(dir, 'ran');
const open = (script: string, timeoutMs = 20_000) =>
  openTranscriber({
    command: [program(dir, script), '-l', '{language}', '-f', '{file}'],
    folder,
    path: process.env['PATH'] ?? '',
    timeoutMs,
  });

async function suggestionOf(evidenceId: string): Promise<Buffer | null> {
  const [row] = await adminSql<[{ suggestion: Buffer | null }]>`
    select suggestion from evidence where id = ${evidenceId}`;
  return row.suggestion;
}

/** Hears for a while, and leaves a mark that it ran. */
const slow = `
  import { appendFileSync } from 'node:fs';
  appendFileSync(${JSON.stringify(ran)}, 'ran ');
  setTimeout(() => console.log('oui'), 1500);`;
const runs = () => (existsSync(ran) ? readFileSync(ran, 'utf8').trim().split(' ').length : 0);

describe('a suggestion', () => {
  it('is not asked for where no transcriber is set up', async () => {
    const { evidenceId } = await record();
    await work(fetching, evidenceId);
    expect(await work(suggesting, evidenceId)).toBe(false);
  });

  it('is what the program printed, kept sealed and once', async () => {
    const hands = worker(await open(honest));
    const { evidenceId, draftId } = await record('en');
    await work(fetching, evidenceId, hands);
    expect(await work(suggesting, evidenceId, hands)).toBe(true);
    expect(await work(suggesting, evidenceId, hands)).toBe(false);
    const sealed = await suggestionOf(evidenceId);
    expect(sealed?.includes('Jeanne')).toBe(false);
    const [event] = await adminSql`
      select kind, data from event where subject_id = ${draftId} order by seq desc limit 1`;
    expect(event).toEqual({ kind: 'transcript.suggested', data: { evidenceId } });
    const [row] = await adminSql<
      [{ dataKey: Buffer }]
    >`select data_key from evidence where id = ${evidenceId}`;
    expect(openSuggestion(desk.ctx.keyring, evidenceId, row.dataKey, sealed ?? Buffer.alloc(0))).toBe(
      'Jeanne Tremblay en',
    );
  });

  it('that nothing comes of leaves no work behind', async () => {
    const hands = worker(await open('process.exit(3);'));
    const { evidenceId } = await record();
    await work(fetching, evidenceId, hands);
    await work(suggesting, evidenceId, hands);
    expect(await suggestionOf(evidenceId)).toBeNull();
    expect(await work(suggesting, evidenceId, hands)).toBe(false);
  });

  it('waits in the outbox while another recording is heard, and no hand waits with it', async () => {
    const hands = worker(await open(slow));
    const [one, other] = [await record(), await record()];
    for (const { evidenceId } of [one, other]) await work(fetching, evidenceId, hands);
    const before = runs();
    const running = work(suggesting, one.evidenceId, hands);
    await eventually(async () => runs() === before + 1);
    await work(suggesting, other.evidenceId, hands);
    const [waiting] = await adminSql<[{ isLater: boolean }]>`
      select due_at > now() as is_later from outbox where job = ${suggesting} and ids ->> 'evidenceId' = ${other.evidenceId}`;
    expect(waiting.isLater).toBe(true);
    await running;
    await work(suggesting, other.evidenceId, hands);
    expect(await suggestionOf(other.evidenceId)).toBeInstanceOf(Buffer);
  });

  it('is heard once when its job comes twice at the same time', async () => {
    const hands = worker(await open(slow));
    const { evidenceId } = await record();
    await work(fetching, evidenceId, hands);
    const before = runs();
    await Promise.all([1, 2, 3].map(() => work(suggesting, evidenceId, hands)));
    expect(runs()).toBe(before + 1);
    expect(await suggestionOf(evidenceId)).toBeInstanceOf(Buffer);
    expect(await work(suggesting, evidenceId, hands)).toBe(false);
  });
});
