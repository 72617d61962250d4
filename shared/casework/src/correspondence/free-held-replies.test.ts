import { type CaseId, newId, type ReplyId, type TaskId } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import { phoneDraft } from '../../../../tests/support/recorded-request.ts';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { closeCase } from '../cases/closure/close-case.ts';
import { acceptSubmission } from '../intake/accept-submission.ts';
import { acknowledgeCase } from './acknowledge-case.ts';
import { beginRecording } from './begin-recording.ts';
import { finishTask } from './finish-task.ts';
import { listPickups } from './list-pickups.ts';
import { listTasks } from './list-tasks.ts';
import { markUnheard } from './mark-unheard.ts';
import { prepareDelivery } from './prepare-delivery.ts';
import { transcribeAnswer } from './transcribe-answer.ts';

const desk = await useDesk();
const { ctx } = desk;
const { adminSql } = desk.database;
const clerk = await desk.staff('commis', ['clerk'], ['voirie']);
const rules = { prefixes: ['+1'], callsANumberADay: 5, callsAnHour: 60 };
const address = {
  street: '12, rue des Érables',
  municipality: 'Québec',
  province: 'QC',
  postalCode: 'G1R 4S9',
};
async function kinds(caseId: CaseId): Promise<string[]> {
  const rows = await adminSql<{ kind: string }[]>`
    select kind from event where subject_id = ${caseId} order by seq`;
  return rows.map(({ kind }) => kind);
}

describe('an address that can’t be had', () => {
  /** A request by telephone whose answers to these questions were recorded, acknowledged. */
  async function held(...questions: string[]) {
    const phone = desk.public('phone');
    const draftId = await phoneDraft(desk);
    const recorded: Record<string, unknown> = {};
    for (const question of questions) {
      const evidence = newId<'evidence'>();
      const recording = {
        evidenceId: evidence,
        providerRef: `RE${evidence}`,
        mediaType: 'audio/mpeg',
        draftId,
      };
      await beginRecording(phone, recording);
      recorded[question] = { pending: 'transcription', evidence };
    }
    const answer = await acceptSubmission(phone, {
      service: 'nid-de-poule',
      channel: 'phone',
      language: 'fr',
      idempotency: { scope: 'test', key: newId() },
      draftId,
      answers: {
        place: 'Rue des Érables',
        size: 'large',
        danger: false,
        'reply-way': 'letter',
        'reply-name': 'Jeanne Tremblay',
        'reply-address': address,
        ...recorded,
      },
    });
    if (answer.kind !== 'accepted') throw new Error(JSON.stringify(answer));
    const { id, reference } = answer.case;
    await acknowledgeCase(ctx, newId(), id);
    const tasks = (await listTasks(clerk)).filter((task) => task.reference === reference);
    const taskOf = (question: string): TaskId => {
      const task = tasks.find((one) => one.question === question);
      if (!task) throw new Error(`no task for ${question}`);
      return task.id;
    };
    return { id, reference, taskOf };
  }
  async function notHad(taskId: TaskId): Promise<void> {
    await markUnheard(clerk, taskId, 'inaudible');
    await finishTask(clerk, taskId);
    await finishTask(clerk, taskId);
  }
  async function work(caseId: CaseId): Promise<void> {
    const jobs = await adminSql<{ id: string; replyId: ReplyId }[]>`
      select o.id, r.id as reply_id from outbox o join reply r on r.id::text = o.ids ->> 'replyId' where r.case_id = ${caseId}`;
    for (const { id, replyId } of jobs) await prepareDelivery(ctx, id, replyId, rules);
  }
  const waits = async (reference: string) =>
    (await listPickups(clerk, reference)).map(({ purpose }) => purpose).sort();

  it('sends the reply that waited, and every later one, to the counter, once', async () => {
    const agent = await desk.staff('closer', ['supervisor'], ['voirie']);
    const { id, reference, taskOf } = await held('reply-address');
    await notHad(taskOf('reply-address'));
    await work(id);
    expect(await waits(reference)).toEqual(['acknowledgement']);
    const met = await adminSql`
      select 1 from clock where case_id = ${id} and kind = 'acknowledge' and met_at is not null`;
    expect(met).toHaveLength(1);
    const outcome = ctx.catalogue.find('nid-de-poule')?.definition.outcomes[0]?.key ?? '';
    await closeCase(agent, { reference, outcome });
    await work(id);
    expect(await waits(reference)).toEqual(['acknowledgement', 'decision']);
    expect((await kinds(id)).filter((kind) => kind === 'reply.rerouted')).toHaveLength(1);
  });

  it('waits for what is left to type, and goes by the way chosen when that makes the address whole', async () => {
    const { id, reference, taskOf } = await held('reply-address', 'description');
    await notHad(taskOf('description'));
    await work(id);
    expect(await waits(reference)).toEqual([]);
    await transcribeAnswer(clerk, taskOf('reply-address'), address);
    const [job] = await adminSql<[{ id: string; replyId: ReplyId }]>`
      select o.id, r.id as reply_id from outbox o join reply r on r.id::text = o.ids ->> 'replyId' where r.case_id = ${id}`;
    expect(await prepareDelivery(ctx, job.id, job.replyId, rules)).toMatchObject({
      kind: 'say',
      say: { way: 'letter', address },
    });
  });

  it('half typed goes to the counter with the last recording, and stays there', async () => {
    const { id, reference, taskOf } = await held('reply-address', 'reply-name');
    await notHad(taskOf('reply-name'));
    expect(await waits(reference)).toEqual([]);
    await transcribeAnswer(clerk, taskOf('reply-address'), address);
    await work(id);
    expect(await waits(reference)).toEqual(['acknowledgement']);
  });

  it('that nobody can type any more frees the reply that finds itself held', async () => {
    const { id, reference, taskOf } = await held('reply-address');
    await adminSql`update task set done_at = now() where id = ${taskOf('reply-address')}`;
    const agent = await desk.staff('other-closer', ['supervisor'], ['voirie']);
    const outcome = ctx.catalogue.find('nid-de-poule')?.definition.outcomes[0]?.key ?? '';
    await closeCase(agent, { reference, outcome });
    await work(id);
    await work(id);
    expect(await waits(reference)).toEqual(['acknowledgement', 'decision']);
  });
});
