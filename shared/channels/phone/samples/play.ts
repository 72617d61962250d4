import type { CompiledService } from '@guichet/catalogue';
import { newId } from '@guichet/kernel';
import {
  type AddressIndex,
  type CallDeps,
  type CallState,
  type Effect,
  type Input,
  type PeopleNow,
  readState,
  type StepResult,
  startCall,
  step,
  toTwiml,
  writeState,
} from '../src/index.ts';

export interface Player {
  result: StepResult;
  /** All effects so far. */
  effects: Effect[];
  /** All inputs so far. */
  inputs: Input[];
  readonly said: string;
  readonly state: CallState;
  /** `s` silence · `r` a recording · digits and `*` `#` keys · anything else is spoken. */
  play(...moves: (string | Input)[]): Player;
  twiml(): string;
}

export interface PlayOptions {
  services: readonly CompiledService[];
  from?: string;
  today?: string;
  addresses?: AddressIndex;
  callBackDays?: readonly string[];
  postTo?: readonly string[];
  textsFrom?: string;
  people?: PeopleNow;
}

/** Plays a call on the reducer alone, its state written and read between turns as a door does. */
export function player({ services, from, today = '2026-11-24', ...known }: PlayOptions): Player {
  const deps: CallDeps = { services, newEvidenceId: () => newId(), ...known };
  const callSid = `CA${'1'.repeat(32)}`;
  const self: Player = {
    result: startCall({ callSid, today, ...(from ? { from } : {}) }, deps),
    effects: [],
    inputs: [],
    get said() {
      return self.result.say.map(({ text }) => text).join(' ');
    },
    get state() {
      return self.result.state;
    },
    play(...moves) {
      for (const move of moves) {
        const input = typeof move === 'string' ? inputFrom(move) : move;
        self.inputs.push(input);
        self.result = step(readState(writeState(self.result.state)), input, deps);
        self.effects.push(...self.result.effects);
      }
      return self;
    },
    twiml() {
      const { language, slow } = self.result.state;
      const paths = { actionPath: '/phone/voice', recordingPath: '/phone/recording' };
      return toTwiml(self.result, { language, slow, turn: 7, staffLines: sampleLines, ...paths });
    },
  };
  return self;
}

/** Telephones of staff, in the order they are rung. */
export const sampleLines: readonly string[] = ['+14185550171', '+14185550172'];

/** Reads the short form of what a caller does. */
export function inputFrom(move: string): Input {
  if (move === 's') return { kind: 'silence' };
  if (move === 'r')
    return { kind: 'recording', sid: `RE${'2'.repeat(32)}`, url: 'https://api.twilio.com/r', seconds: 4 };
  if (/^[0-9*#]+$/.test(move)) return { kind: 'keys', digits: move };
  return { kind: 'speech', text: move, confidence: 0.9 };
}
