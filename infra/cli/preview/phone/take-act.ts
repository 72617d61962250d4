import { type Input, readState, step, writeState } from '@guichet/channels/phone';
import { newId } from '@guichet/kernel';
import type { Act } from './act.ts';
import { settleTurn } from './settle-turn.ts';
import { speechSeconds } from './speech-seconds.ts';
import { isOver, type Trial, type TrialKnown, type TrialNotice } from './trial.ts';
import { trialDeps } from './trial-deps.ts';

/** What an act is to the line: an input, a key of an entry in the making, or nothing. */
type Meant =
  | { kind: 'input'; input: Input; presses: number; did?: Act; notice?: TrialNotice }
  | { kind: 'keyed'; keyed: string }
  | { kind: 'nothing'; why: TrialNotice };

/** Unit: keys. */
const keyedMax = 40;
/** How sure the recogniser is of plain words and of words said badly. */
const confidence = { sure: 0.9, unsure: 0.4 } as const;

/**
 * Plays an act of the caller on the line, as Twilio would hand it on.
 *
 * Guarantee: pure but for the ids and references it draws; the call is written and read between turns, as a door does.
 */
export function takeAct(before: Trial, act: Act, known: TrialKnown): Trial {
  const { notice: _told, ...rest } = before;
  const trial = { ...rest, acts: before.acts + 1 };
  if (isOver(before)) return { ...trial, notice: 'no-act' };
  if (act.act === 'hang-up')
    return {
      ...trial,
      keyed: '',
      hungUp: true,
      transcript: [...trial.transcript, { who: 'caller', did: act }],
    };
  const meant = meaningOf(trial, act);
  switch (meant.kind) {
    case 'nothing':
      return { ...trial, notice: meant.why };
    case 'keyed':
      return { ...trial, keyed: meant.keyed, counts: { ...trial.counts, presses: trial.counts.presses + 1 } };
    case 'input': {
      const deps = trialDeps(trial.settings, known);
      const result = step(readState(writeState(trial.result.state)), meant.input, deps);
      const { turns, presses, ...counts } = trial.counts;
      const next: Trial = {
        ...trial,
        keyed: '',
        transcript: [...trial.transcript, { who: 'caller', did: meant.did ?? act }],
        counts: { ...counts, turns: turns + 1, presses: presses + meant.presses },
        ...(meant.notice ? { notice: meant.notice } : {}),
      };
      return settleTurn(next, result, deps, known);
    }
  }
}

function meaningOf(trial: Trial, act: Exclude<Act, { act: 'hang-up' }>): Meant {
  const { listen } = trial.result;
  if (act.act === 'transfer')
    return listen.kind === 'transfer'
      ? input({ kind: 'transferred', answered: act.answer === 'talk' })
      : nothing('no-ringing');
  switch (listen.kind) {
    case 'gather':
      return atGather(trial, act, listen.keys, listen.hints !== undefined);
    case 'record':
      return atRecord(act);
    case 'transfer':
    case 'effects':
    case 'none':
      return nothing('no-act');
  }
}

type CallerAct = Exclude<Act, { act: 'hang-up' | 'transfer' }>;

function atGather(trial: Trial, act: CallerAct, awaited: 'one' | 'many', hears: boolean): Meant {
  switch (act.act) {
    case 'key':
      if (act.key === '#') return entry(trial.keyed, 1, '#');
      if (awaited === 'one') return input({ kind: 'keys', digits: act.key }, 1);
      return { kind: 'keyed', keyed: (trial.keyed + act.key).slice(0, keyedMax) };
    case 'keys':
      // One key is all that the line takes here: what comes after it is not heard.
      if (awaited === 'one') return entry(act.keys.slice(0, 1).replace('#', ''), 1);
      return entryAtOnce(trial.keyed, act.keys);
    case 'silence':
      return entry(trial.keyed, 0);
    case 'speak':
      if (!hears) return { kind: 'input', input: { kind: 'silence' }, presses: 0, notice: 'no-speech' };
      return input({
        kind: 'speech',
        text: act.text,
        confidence: confidence[act.unsure ? 'unsure' : 'sure'],
      });
    case 'record':
      return nothing('no-recording');
  }
}

/** Ends an entry, by pound or by waiting. Without a digit before it the pound is no more than silence. Source: Twilio docs, Gather */
function entry(digits: string, presses: number, pound: '#' | '' = ''): Meant {
  if (digits === '') return input({ kind: 'silence' }, presses);
  const did: Act = { act: 'keys', keys: digits + pound };
  return { kind: 'input', input: { kind: 'keys', digits }, presses, did };
}

/** Keys after the pound belong to no entry. */
function entryAtOnce(keyed: string, keys: string): Meant {
  const [digits = ''] = keys.split('#', 1);
  const pound = keys.includes('#') ? '#' : '';
  return entry(keyed + digits, digits.length + pound.length, pound);
}

/** While the line records, three keys end it and the others are only heard. */
function atRecord(act: CallerAct): Meant {
  switch (act.act) {
    case 'key':
      return /[0*#]/.test(act.key) ? recording(0, act.key) : nothing('no-key');
    case 'keys': {
      const endedBy = /[0*#]/.exec(act.keys)?.[0];
      return endedBy ? recording(0, endedBy) : nothing('no-key');
    }
    case 'silence':
      return input({ kind: 'silence' });
    case 'speak':
      return recording(Math.max(1, Math.round(speechSeconds(act.text, false))), '#');
    case 'record':
      return recording(act.seconds, '#');
  }
}

function recording(seconds: number, endedBy: string): Meant {
  const sid = `RE${newId().replaceAll('-', '')}`;
  // Nothing is recorded: nobody fetches this.
  return input({ kind: 'recording', sid, url: `urn:trial:${sid}`, seconds, endedBy }, 1);
}

function input(made: Input, presses = 0): Meant {
  return { kind: 'input', input: made, presses };
}

function nothing(why: TrialNotice): Meant {
  return { kind: 'nothing', why };
}
