import { readTask } from '@guichet/casework';
import type { TaskId } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import { answerEverything } from '../../../../tests/support/call/answer-everything.ts';
import type { PhoneCall } from '../../../../tests/support/call/call-line.ts';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { openTestLine } from '../../test/open-test-line.ts';
import { phoneDesk } from '../phone-desk.ts';

const desk = await useDesk();
const { adminSql } = desk.database;
const { dial, line, from } = openTestLine(desk, {
  people: () => ({ state: 'closed', opensOn: '2026-12-01', opensAt: '08:30' }),
});
const real = phoneDesk(desk.ctx);
const agent = await desk.staff('rappelle', ['agent'], ['voirie', 'greffe', 'animaux']);
const away = () => Promise.reject(new Error('away'));

const tasks = () => adminSql<{ id: TaskId; sid: string | null }[]>`
  select t.id, e.provider_ref as sid from task t left join evidence e on e.id = t.evidence_id
  where t.kind = 'call-back' order by t.created_at, t.id`;

/** The call-backs asked for meanwhile, each with its number and its message. */
async function askedIn(work: () => Promise<void>) {
  const before = new Set((await tasks()).map(({ id }) => id));
  await work();
  const made = (await tasks()).filter(({ id }) => !before.has(id));
  return Promise.all(
    made.map(async ({ id, sid }) => ({ phone: (await readTask(agent, id)).callBack?.phone, sid })),
  );
}

/** Where the provider sends what the caller does next. */
function nextOf(call: PhoneCall): string {
  const [, at] =
    [...(call.documents.at(-1) ?? '').matchAll(/action="[^"]*(\/phone\/voice\?t=\d+)"/g)].at(-1) ?? [];
  if (at === undefined) throw new Error('the call waits for nothing');
  return at;
}

async function toPerson(call: PhoneCall): Promise<void> {
  await call.press('1');
  await call.press('0');
  expect(call.said).toContain('vous rappellera');
}

describe('a caller who hangs up once a call is promised', () => {
  it('is called back though the process that took the last turn died before it asked', async () => {
    let asked = 0;
    const requestCallback: typeof real.requestCallback = (request) => {
      asked += 1;
      return asked === 1 ? new Promise(() => {}) : real.requestCallback(request);
    };
    const made = await askedIn(async () => {
      const call = await dial(line({ requestCallback }));
      await toPerson(call);
      expect(await call.repeat(nextOf(call), { Digits: '1' })).toContain('Un instant');
      await call.hangUp();
      await call.hangUp();
    });
    expect(made).toEqual([{ phone: from, sid: null }]);
  });

  it('is called back though the desk could not note it while the call lasted', async () => {
    let isAway = true;
    const requestCallback: typeof real.requestCallback = (request) =>
      isAway ? away() : real.requestCallback(request);
    const made = await askedIn(async () => {
      const call = await dial(line({ requestCallback }));
      await toPerson(call);
      await call.press('1');
      expect(call.said).toContain('notre système ne répond pas');
      isAway = false;
      await call.hangUp();
    });
    expect(made).toEqual([{ phone: from, sid: null }]);
  });

  it.each([
    ['is called back at the number shown', [], [{ phone: from, sid: null }]],
    ['unless another number was to serve, is not called', ['2'], []],
  ])('instead of leaving the message asked for by the 5, %s', async (_what, before, expected) => {
    const made = await askedIn(async () => {
      const call = await dial();
      await toPerson(call);
      for (const key of [...before, '5']) await call.press(key);
      expect(call.listening).toBe('recording');
      await call.hangUp();
    });
    expect(made).toEqual(expected);
  });
});

describe('a message ended by hanging up', () => {
  /** What the provider sends of it: the end of the call, what was recorded, and that it is ready, in its own order. */
  async function hangUpRecording(call: PhoneCall): Promise<string> {
    const action = nextOf(call);
    const sid = `RE${call.sid.slice(2)}`;
    const facts = {
      RecordingSid: sid,
      RecordingUrl: `https://api.twilio.com/${sid}`,
      RecordingDuration: '4',
    };
    await call.hangUp();
    expect(await call.repeat(action, { ...facts, Digits: 'hangup' })).toContain('<Response>');
    await call.repeat('/phone/recording?t=message', { ...facts, RecordingStatus: 'completed' });
    return sid;
  }

  it.each([
    ['the number shown', []],
    ['the number shown, though another was to serve', ['2']],
  ])('is one call-back with %s, though the end of the call comes before it', async (_what, before) => {
    let sid = '';
    const made = await askedIn(async () => {
      const call = await dial();
      await toPerson(call);
      for (const key of [...before, '5']) await call.press(key);
      sid = await hangUpRecording(call);
    });
    expect(made).toEqual([{ phone: from, sid }]);
  });

  it('left because the desk was away is one call-back, with the number that was to be called', async () => {
    let isAway = true;
    const requestCallback: typeof real.requestCallback = (request) =>
      isAway ? away() : real.requestCallback(request);
    let sid = '';
    const made = await askedIn(async () => {
      const call = await dial(line({ requestCallback }));
      await toPerson(call);
      await call.press('2');
      await call.press('4185550177#');
      await call.press('1');
      expect(call.said).toContain('notre système ne répond pas');
      isAway = false;
      sid = await hangUpRecording(call);
    });
    expect(made).toEqual([{ phone: '+14185550177', sid }]);
  });
});

describe('what the desk could not take while the call lasted', () => {
  const pothole = desk.ctx.catalogue.find('nid-de-poule');

  /** Comes to the first question of the shortest request, and answers it by a recording. */
  async function answerFirst(call: PhoneCall): Promise<void> {
    await call.press('1');
    const keyOf = (label: string) =>
      new RegExp(`${label} : (?:faites |appuyez sur )?le (\\d)`).exec(call.said)?.[1];
    await call.press(keyOf('Ma municipalité') ?? '');
    const name = pothole?.definition.name.fr ?? '';
    for (let page = 0; keyOf(name) === undefined && page < 20; page += 1) await call.press('9');
    await call.press(keyOf(name) ?? '');
    await call.record('En face du 12');
  }

  const recordings = (call: PhoneCall) => adminSql`
    select e.kind from draft d join evidence e on e.draft_id = d.id where d.external_key = ${`call:${call.sid}:1`}`;
  const counted = async () => (await adminSql`select ended from call_record`).length;

  it('is taken by one hanging up: the answers, the recording they name, the call back, the count', async () => {
    let isAway = true;
    let tries = 0;
    const call = await dial(
      line({
        saveDraft: (draft) => (isAway ? away() : real.saveDraft(draft)),
        keepRecording: (recording) => {
          if (isAway) return away();
          tries += 1;
          return real.keepRecording(recording);
        },
      }),
    );
    const before = await counted();
    const made = await askedIn(async () => {
      await answerFirst(call);
      await call.press('1');
      await call.press('0');
      expect(call.said).toContain('vous rappellera');
      isAway = false;
      await call.hangUp();
    });
    expect(made).toEqual([{ phone: from, sid: null }]);
    expect([...(await recordings(call))]).toEqual([{ kind: 'recording' }]);
    // The draft comes before the recording that it names: nothing had to be tried again.
    expect(tries).toBe(1);
    expect(await counted()).toBe(before + 1);
  });

  it('is tried again at its end, where the desk is away once more', async () => {
    let isAway = true;
    let failures = 0;
    const call = await dial(
      line({
        saveDraft: (draft) => (isAway ? away() : real.saveDraft(draft)),
        keepRecording: (recording) => {
          if (!isAway && failures > 0) return real.keepRecording(recording);
          if (!isAway) failures += 1;
          return away();
        },
      }),
    );
    await answerFirst(call);
    isAway = false;
    await call.hangUp();
    expect([...(await recordings(call))]).toEqual([{ kind: 'recording' }]);
  });

  it('does not keep the call from ending, nor the caller from being called back', async () => {
    const call = await dial(line({ saveDraft: away, keepRecording: away }));
    const before = await counted();
    const made = await askedIn(async () => {
      await answerFirst(call);
      await call.press('0');
      await expect(call.hangUp()).rejects.toThrow(/503/);
    });
    expect(made).toEqual([{ phone: from, sid: null }]);
    expect(await counted()).toBe(before + 1);
    const looks = await adminSql`select 1 from recorded_call where call_sid = ${call.sid}`;
    expect(looks).toHaveLength(1);
    expect(await call.repeat(nextOf(call), { Digits: '1' })).toMatch(/<Response><Hangup\/><\/Response>/);
  });

  it.each([
    ['is sent though the desk fails once', 2, 204],
    ['is told as not taken where the desk fails for good', 99, 503],
  ])('a submission whose process died %s', async (_what, failsUntil, answered) => {
    if (!pothole) throw new Error('no such service');
    let asked = 0;
    let over: Promise<unknown> = Promise.resolve();
    const app = line({
      submit: (submission, draft) => {
        asked += 1;
        if (asked > failsUntil) return real.submit(submission, draft);
        if (asked > 1) return away();
        over = call.hangUp().then(
          () => 204,
          (error: Error) => Number(/ (\d{3})$/.exec(error.message)?.[1]),
        );
        return new Promise(() => {});
      },
    });
    const call = await dial(app);
    const answers = {
      place: { text: 'En face du 12' },
      size: 'small',
      danger: false,
      'reply-way': 'pickup',
      'reply-name': 'Jeanne',
    };
    await expect(answerEverything(call, { service: pothole, answers })).rejects.toThrow();
    expect(await over).toBe(answered);
    const [draft] = await adminSql<[{ isSent: boolean }]>`
      select case_id is not null as is_sent from draft where external_key = ${`call:${call.sid}:1`}`;
    expect(draft.isSent).toBe(answered === 204);
  });
});
