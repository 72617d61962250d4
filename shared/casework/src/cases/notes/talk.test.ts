import { expect, it } from 'vitest';
import { useDesk } from '../../../../../tests/support/test-desk.ts';
import { acceptSubmission } from '../../intake/accept-submission.ts';
import { addTask, type AddTask } from '../../correspondence/tasks/add-task.ts';
import { listTasks } from '../../correspondence/list-tasks.ts';
import { markTask } from '../../correspondence/tasks/mark-task.ts';
import { logContact } from '../contacts/log-contact.ts';
import { readCase } from '../read-case.ts';
import { writeNote } from './write-note.ts';

const desk = await useDesk();
const agent = await desk.staff('agente', ['agent'], ['voirie']);
const neighbour = await desk.staff('voisin', ['agent'], ['greffe']);
const { adminSql } = desk.database;

let count = 0;
async function open(reply: Record<string, unknown> = { 'reply-way': 'sms', 'reply-phone': '418 555-0142' }) {
  count += 1;
  const accepted = await acceptSubmission(desk.public('web'), {
    service: 'nid-de-poule',
    channel: 'web',
    language: 'fr',
    answers: { place: { text: 'Devant le 12' }, size: 'large', danger: false, ...reply },
    idempotency: { scope: 'test', key: String(count) },
  });
  if (accepted.kind !== 'accepted') throw new Error(JSON.stringify(accepted));
  return accepted.case;
}
const kinds = async (id: string) =>
  (await adminSql<{ kind: string }[]>`select kind from event where subject_id = ${id} order by seq`).map(
    ({ kind }) => kind,
  );

it('a note is kept sealed, once, for the team alone and never for the public', async () => {
  const { id, reference } = await open();
  const note = { reference, words: 'Semble fâché; rappeler après 17 h.', key: 'one' };
  await expect(writeNote(neighbour, note)).rejects.toMatchObject({ code: 'not-found' });
  await expect(writeNote(desk.public('web'), note)).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(writeNote(agent, { ...note, words: ' ' })).rejects.toMatchObject({ code: 'invalid' });
  expect(await writeNote(agent, note)).toBe(await writeNote(agent, note));
  expect((await readCase(agent, { reference })).notes).toMatchObject([{ words: note.words, by: 'agente' }]);
  expect((await kinds(id)).filter((kind) => kind === 'note.written')).toHaveLength(1);
  const [row] = await adminSql<
    [{ text: string }]
  >`select n::text as text from case_note n where case_id = ${id}`;
  expect(row.text).not.toContain('fâché');
  const seen = await desk.public('web').sql.begin(async (sql) => {
    await sql`select set_config('guichet.actor_kind', 'public', true), set_config('guichet.case_id', ${id}, true)`;
    return [(await sql`select 1 from cases`).length, (await sql`select 1 from case_note`).length];
  });
  expect(seen, 'their case, not the notes on it').toEqual([1, 0]);
});

it('a contact elsewhere is written down with its length and what was said, once', async () => {
  const { id, reference } = await open();
  const call = {
    reference,
    channel: 'phone',
    direction: 'in',
    words: 'Demande où on en est.',
    key: 'k',
  } as const;
  await expect(logContact(agent, { ...call, minutes: -1 })).rejects.toMatchObject({ code: 'invalid' });
  await expect(logContact(neighbour, call)).rejects.toMatchObject({ code: 'not-found' });
  await logContact(agent, { ...call, minutes: 4 });
  await logContact(agent, { ...call, minutes: 4 });
  const logged = (await readCase(agent, { reference })).contacts.filter(({ kind }) => kind === 'logged');
  expect(logged).toMatchObject([{ channel: 'phone', seconds: 240, words: call.words, by: 'agente' }]);
  expect((await kinds(id)).filter((kind) => kind === 'contact.logged')).toHaveLength(1);
});

it('a missing document is asked of the person the way they chose, and stops the clocks where that is wanted', async () => {
  const { id, reference } = await open();
  const task = { reference, kind: 'missing-document', words: 'Une photo du trou.', key: 'k' } as const;
  const input: AddTask = { ...task, ask: true, waits: true, dueOn: '2099-01-31' };
  await expect(addTask(neighbour, input)).rejects.toMatchObject({ code: 'not-found' });
  await expect(addTask(agent, { ...input, dueOn: '2020-01-31' })).rejects.toMatchObject({ code: 'invalid' });
  const taskId = await addTask(agent, input);
  expect(await addTask(agent, input)).toBe(taskId);
  const file = await readCase(agent, { reference });
  expect(file.replies).toMatchObject([{ purpose: 'question', way: 'sms', words: task.words, by: 'agente' }]);
  expect(file.pausedAt).not.toBeNull();
  expect(file.tasks).toMatchObject([{ kind: 'missing-document', words: task.words, dueOn: '2099-01-31' }]);
  expect((await kinds(id)).slice(1, 3)).toEqual(['case.paused', 'task.added']);
  expect((await listTasks(agent)).find((one) => one.id === taskId)).toMatchObject({ reference });
  await markTask(agent, taskId, true);
  await markTask(agent, taskId, true);
  expect((await listTasks(agent)).some((one) => one.id === taskId)).toBe(false);
  await markTask(agent, taskId, false);
  expect((await readCase(agent, { reference })).tasks).toMatchObject([{ doneAt: null, doneBy: null }]);
  expect((await kinds(id)).filter((kind) => kind === 'task.done')).toHaveLength(1);
});

it('who wants no answer is asked nothing, and without a number nobody is called', async () => {
  const { reference } = await open({ 'reply-way': 'none' });
  const task = { reference, words: 'Une photo.', key: 'k' };
  const ask = addTask(agent, { ...task, kind: 'missing-document', ask: true });
  await expect(ask).rejects.toMatchObject({ publicKey: 'no-way-to-ask' });
  const call = addTask(agent, { ...task, kind: 'call-back' });
  await expect(call).rejects.toMatchObject({ publicKey: 'no-number-to-call' });
});
