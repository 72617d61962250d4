import { describe, expect, it } from 'vitest';
import { checkTwiml } from '../../../../../tests/support/call/twiml-check.ts';
import { onlyQuestion, sampleCaller as from } from '../../samples/ask-one.ts';
import { player, sampleLines } from '../../samples/play.ts';
import type { Input, PeopleNow } from '../index.ts';

const busy: Input = { kind: 'transferred', answered: false };
const talked: Input = { kind: 'transferred', answered: true };
const services = [onlyQuestion('agree')];
const call = (people: PeopleNow | undefined, options: object = { from }) =>
  player({ services, callBackDays: ['2026-11-25'], ...(people ? { people } : {}), ...options });
const open: PeopleNow = { state: 'open', lines: 2 };
const closed: PeopleNow = { state: 'closed', opensOn: '2026-11-25', opensAt: '08:30' };

describe('a person on the line', () => {
  it('is rung by 0 while people answer, with the answers told to the desk first', () => {
    const asked = call(open).play('1', '2', '0');
    expect(asked.said).toContain('nous vous passons une personne');
    expect(asked.result.listen).toMatchObject({ kind: 'transfer', line: 0, timeoutSeconds: 30 });
    expect(asked.result.effects).toMatchObject([
      { kind: 'save-draft' },
      { kind: 'live-call', call: { reason: 'asked', phone: from } },
    ]);
    expect(checkTwiml(asked.twiml())).toEqual([]);
    expect(asked.twiml()).toContain(`<Number>${sampleLines[0]}</Number></Dial><Redirect`);
    expect(JSON.stringify(asked.state)).not.toContain(sampleLines[0]);
  });

  it('who talked with the caller ends the call', () => {
    const ended = call(open).play('1', '0', talked);
    expect(ended.state.place.at).toBe('ended');
  });

  it('who does not answer is followed by the next, and then by a call-back with its place kept', () => {
    const second = call(open).play('1', '2', '0', busy);
    expect(second.result.listen).toMatchObject({ kind: 'transfer', line: 1 });
    expect(second.result.effects).toEqual([]);
    second.play(busy);
    expect(second.said).toMatch(/Vous gardez votre place.*Pour être rappelé/);
    second.play('1', '1');
    expect(second.effects.at(-1)).toMatchObject({ kind: 'callback', request: { phone: from } });
  });

  it('is never waited for by more than four lines of thirty seconds', () => {
    const many = call({ state: 'open', lines: 9 }).play('1', '0', busy, busy, busy);
    expect(many.result.listen.kind).toBe('transfer');
    expect(many.play(busy).state.place.at).toBe('person');
  });

  it('who could not answer is not rung again at once, but is later', () => {
    const back = call(open).play('1', '2', '0', busy, busy, '3', '0');
    expect(back.state.place).toMatchObject({ at: 'person', step: 'number' });
    back.play('3', 's', 's', 's', '0');
    expect(back.result.listen.kind).toBe('transfer');
  });

  it('a call that comes back without news of the line goes on to a call-back', () => {
    const lost = call({ state: 'open', lines: 1 }).play('1', '0', 's');
    expect(lost.state.place).toMatchObject({ at: 'person', step: 'number' });
  });

  it('news of a line that comes when none rings changes nothing', () => {
    const menu = call(open).play('1');
    const before = menu.state.place;
    expect(menu.play(talked).state.place).toEqual(before);
  });

  it('who calls while nobody answers hears when they will, and may leave a message', () => {
    const heard = call(closed).play('1', '0');
    expect(heard.said).toMatch(/mercredi 25 novembre 2026, à partir de 8 heures 30/);
    expect(heard.said).toContain('Pour laisser un message, faites le 5.');
    expect(heard.play('5').result.listen).toMatchObject({ kind: 'record', message: true });
    expect(heard.play('r').effects.map(({ kind }) => kind)).toContain('callback');
  });

  it('without a staff line an open desk calls back', () => {
    expect(call({ state: 'open', lines: 0 }).play('1', '0').state.place).toMatchObject({ at: 'person' });
  });

  it('is reached in English', () => {
    expect(call(open).play('2', '0').said).toContain('putting you through');
    expect(call(closed).play('2', '0').said).toMatch(/Wednesday, November 25, 2026, from 8:30/);
  });
});
