import { randomBytes } from 'node:crypto';
import {
  type Answers,
  type AnswerValue,
  type CompiledService,
  type GroupEntry,
  isEntries,
  recordable,
} from '@guichet/catalogue';
import {
  type AddressIndex,
  inputOf,
  type StepResult,
  startCall,
  step,
  toTwiml,
} from '@guichet/channels/phone';
import { type Language, newId } from '@guichet/kernel';
import { answerEverything } from '../support/call/answer-everything.ts';
import { PhoneCall } from '../support/call/call-line.ts';
import type { Given } from './doors.ts';
import { today } from './whole-pack.ts';

const reference = '1234567894';
const paths = { actionPath: '/phone/voice', recordingPath: '/phone/recording' };

/** What the line offers and knows besides the service asked for: alone, from a withheld number and without an address file if not told. */
export interface CallSetting {
  services?: readonly CompiledService[];
  from?: string;
  addresses?: AddressIndex;
}

/** What a call took: prompts that waited for the caller, from the greeting to the reference; keys pressed; recordings made. */
export interface CallCount {
  prompts: number;
  presses: number;
  recordings: number;
}

/** Calls the line as a person does, by keys and recordings alone, from the greeting to the reference. */
export async function byPhone(
  service: CompiledService,
  wanted: Answers,
  language: Language,
  { services = [service], from, addresses }: CallSetting = {},
): Promise<Given & CallCount> {
  const deps = {
    services,
    newEvidenceId: () => newId<'evidence'>(),
    ...(addresses === undefined ? {} : { addresses }),
  };
  let turn: StepResult | undefined;
  let given: Answers = {};
  const asked: string[] = [];
  const post = (target: string, { body }: RequestInit): Promise<Response> => {
    const params = Object.fromEntries(new URLSearchParams(String(body)));
    if (target.startsWith(paths.recordingPath)) return Promise.resolve(new Response(''));
    turn =
      turn === undefined
        ? startCall(
            { callSid: params['CallSid'] ?? '', today, ...(from === undefined ? {} : { from }) },
            deps,
          )
        : step(turn.state, inputOf(params), deps);
    noteAsked(service, turn, asked);
    const sent = turn.effects.find((effect) => effect.kind === 'submit');
    if (sent !== undefined) {
      given = sent.submission.answers as Answers;
      turn = step(turn.state, { kind: 'accepted', reference }, deps);
    }
    const { slow } = turn.state;
    return Promise.resolve(new Response(toTwiml(turn, { language, slow, turn: 1, ...paths })));
  };
  const secret = randomBytes(16).toString('hex');
  const call = new PhoneCall({ url: 'http://127.0.0.1', accountSid: 'AC', authToken: secret, post });
  await call.dial();
  const heard = await answerEverything(call, { service, answers: wanted, language, today });
  if (heard !== reference) throw new Error(`${heard} is not the reference`);
  // The last document tells the reference: nothing has to be answered any more.
  return {
    asked,
    answers: given,
    prompts: call.turns - 1,
    presses: call.presses,
    recordings: call.recordings,
  };
}

/** Notes each question once, information too, in the order met. */
function noteAsked(service: CompiledService, { state }: StepResult, asked: string[]): void {
  const { place, skipped } = state;
  const read = skipped.filter((key) => service.question(key)?.type === 'information');
  const here = place.at === 'ask' || place.at === 'more' ? [place.key] : [];
  for (const key of [...read, ...here]) if (!asked.includes(key)) asked.push(key);
}

/** Puts a mark in place of what a telephone records, so that what was keyed can be held against what was meant. */
export function asRecorded(service: CompiledService, answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([key, value]): [string, AnswerValue] => {
      const question = service.question(key);
      if (question?.type !== 'group' || !isEntries(value)) {
        return [key, question !== undefined && recordable.has(question.type) ? '(recorded)' : value];
      }
      const members = new Map(question.questions.map((member) => [member.key, member.type]));
      const entries = value.map(
        (entry): GroupEntry =>
          Object.fromEntries(
            Object.entries(entry).map(([member, held]) => {
              const type = members.get(member);
              return [member, type !== undefined && recordable.has(type) ? '(recorded)' : held];
            }),
          ),
      );
      return [key, entries];
    }),
  );
}
