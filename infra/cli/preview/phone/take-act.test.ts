import { describe, expect, it } from 'vitest';
import { onlyQuestion } from '../../../../shared/channels/phone/samples/ask-one.ts';
import type { Act } from './act.ts';
import { startTrial } from './start-trial.ts';
import { takeAct } from './take-act.ts';
import type { Trial, TrialKnown } from './trial.ts';
import { readTrialSettings } from './trial-settings.ts';

const addresses = { hasPostalCode: () => false, find: () => [] };

/** A call at the only question of a service. */
function at(key: string): { trial: Trial; known: TrialKnown } {
  const service = onlyQuestion(key);
  const known = { services: [service], today: '2026-11-24', addresses };
  const trial = startTrial(readTrialSettings({ service: service.definition.code }), known);
  if (!trial) throw new Error('the line does not offer the service');
  return { trial, known };
}

function play({ trial, known }: ReturnType<typeof at>, ...acts: Act[]): Trial {
  return acts.reduce((before, act) => takeAct(before, act, known), trial);
}

const key = (pressed: string): Act => ({ act: 'key', key: pressed });
const keys = (pressed: string): Act => ({ act: 'keys', keys: pressed });
const silence: Act = { act: 'silence' };

describe('an entry of several keys', () => {
  it.each<[why: string, acts: Act[], when: string | undefined, presses: number]>([
    ['ends by the pound key', [...'01072027#'].map(key), '1er juillet 2027', 9],
    ['ends by waiting', [...[...'01072027'].map(key), silence], '1er juillet 2027', 8],
    ['may be given at once', [keys('01072027#')], '1er juillet 2027', 9],
    ['goes on from what was keyed', [key('0'), keys('1072027#')], '1er juillet 2027', 9],
    ['hears nothing after the pound', [keys('01072027#99')], '1er juillet 2027', 9],
    ['starts anew at the star', [keys('999*01072027#')], '1er juillet 2027', 13],
    ['is silence without a digit', [key('#')], undefined, 1],
  ])('%s', (_why, acts, when, presses) => {
    const trial = play(at('when'), ...acts);
    const said = trial.said.map(({ text }) => text).join(' ');
    expect(said).toContain(when ?? "Je n'ai rien entendu");
    expect(trial.counts).toMatchObject({ turns: 1, presses });
    expect(trial.keyed).toBe('');
  });

  it('waits until it is ended', () => {
    const trial = play(at('when'), key('0'), key('1'));
    expect(trial).toMatchObject({ keyed: '01', counts: { turns: 0, presses: 2 } });
  });
});

describe('where one key is waited for', () => {
  it('the first key of several is the answer', () => {
    const trial = play(at('agree'), keys('12#'));
    expect(trial.result.state.answers).toEqual({ agree: true });
    expect(trial.counts).toMatchObject({ turns: 1, presses: 1 });
  });
});

describe('a recording', () => {
  it('is ended by the star, which erases it, and by no figure but 0', () => {
    const call = at('who');
    const recording = play(call, keys('09021958#'));
    expect(recording.result.listen.kind).toBe('record');
    const figure = takeAct(recording, key('5'), call.known);
    expect(figure).toMatchObject({ notice: 'no-key', result: recording.result });
    expect(takeAct(recording, key('*'), call.known).result.state.answers).toEqual({});
    expect(takeAct(recording, key('0'), call.known).result.state.place.at).toBe('person');
  });

  it('is what words are while the line records', () => {
    const call = at('who');
    const spoken = play(call, keys('09021958#'), { act: 'speak', text: 'Jeanne Tremblay', unsure: false });
    expect(spoken.result.state.provenance['who']).toMatchObject({ how: 'recorded' });
  });
});
