import { describe, expect, it } from 'vitest';
import { onlyQuestion, sampleCaller } from '../../samples/ask-one.ts';
import { player } from '../../samples/play.ts';
import { writeState } from './call-state.ts';
import { countInput, summaryOf } from './count-call.ts';

const services = [onlyQuestion('agree')];
const dial = () => player({ services, from: sampleCaller });
/** French, then the only service. */
const atQuestion = () => dial().play('1', '2');
/** Answers, chooses the counter, says a name and sends. */
const atSending = () => atQuestion().play('1', '5', 'r', '1');
const code = services[0]?.definition.code;
const accepted = { kind: 'accepted', reference: '1234567897' } as const;

describe('a call counts itself', () => {
  it('by question and by kind, and where there is no question by place', () => {
    const call = dial().play('1', 's', '2', '7', 'brouhaha', 's');
    expect(summaryOf(call.state).misses).toEqual([
      { at: 'menu', kind: 'silence', count: 1 },
      { service: code, at: 'agree', kind: 'keys', count: 1 },
      { service: code, at: 'agree', kind: 'speech', count: 1 },
      { service: code, at: 'agree', kind: 'silence', count: 1 },
    ]);
    expect(summaryOf(call.play('s').state).misses.at(-1)).toMatchObject({ kind: 'silence', count: 2 });
  });

  it('with the keys pressed and the turns of each request, the next one from nothing', () => {
    const call = atSending();
    const { turns, counts, place } = call.state;
    expect(place.at).toBe('submitting');
    expect([turns, counts.presses, counts.recordings]).toEqual([6, 5, 1]);
    call.play(accepted, '2', '2');
    const { requests } = summaryOf(call.state);
    expect(requests).toMatchObject([
      { service: { code }, ended: 'completed', presses: 6, turns: 7 },
      { service: { code }, ended: 'abandoned', presses: 1, turns: 1 },
    ]);
  });

  it('as abandoned when it ends in the middle, and as no request before a service is chosen', () => {
    expect(summaryOf(dial().state).requests).toEqual([{ ended: 'no-request', turns: 0, presses: 0 }]);
    expect(summaryOf(atQuestion().state).requests).toMatchObject([{ ended: 'abandoned' }]);
  });

  it('as handed to a person only once a person is promised', () => {
    const call = atQuestion().play('0');
    expect(summaryOf(call.state).requests).toMatchObject([{ ended: 'abandoned' }]);
    expect(call.play('1').state.place.at).toBe('calling-back');
    expect(summaryOf(call.play({ kind: 'callback-kept' }).state).requests).toMatchObject([
      { ended: 'to-a-person' },
    ]);
  });

  it('as handed to a person whose line was taken, or that the caller hung up on, and not by one that nobody took', () => {
    const { state } = atQuestion();
    const ringing = { ...state, place: { at: 'transfer', reason: 'asked', line: 0 } as const };
    const after = (answered: boolean) => countInput(ringing, { kind: 'transferred', answered }).handed;
    expect([after(true), after(false)]).toEqual([true, false]);
    expect(summaryOf(ringing).requests).toMatchObject([{ ended: 'to-a-person' }]);
  });

  it('as completed whatever comes after the reference, the menu of another request among it', () => {
    const call = atSending();
    expect(summaryOf(call.play(accepted).state).requests).toMatchObject([{ ended: 'completed' }]);
    expect(summaryOf(call.play('2').state).requests).toMatchObject([{ ended: 'completed' }]);
  });

  it('and changes nothing for a desk’s answer that nobody waits for', () => {
    const call = atQuestion();
    const before = call.state.counts;
    expect(call.play(accepted, { kind: 'callback-kept' }).state.counts).toEqual(before);
  });

  it('in less than a kilobyte, without a number or an answer', () => {
    const call = atQuestion().play('9', '8', 's', 'brouhaha', '7', '6', 's', '1');
    const text = JSON.stringify(call.state.counts);
    expect(text.length).toBeLessThan(1000);
    expect(text).not.toMatch(/\d{4}/);
    expect(writeState(call.state)).toContain(text);
  });
});
