import { newId } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import { checkTwiml } from '../../../../../tests/support/call/twiml-check.ts';
import { everyType } from '../../samples/every-type.ts';
import { sampleOffer, sampleSlot } from '../../samples/offered-slots.ts';
import { type Player, player } from '../../samples/play.ts';
import type { FoundCase, OfferedSlots } from '../dialog/effects.ts';
import type { Input } from '../dialog/turn.ts';

const caseId = newId<'case'>();
const found = (appointment: FoundCase['appointment']): Input => ({
  kind: 'found',
  found: {
    caseId,
    code: 'petites-creances',
    service: { fr: 'Petites créances', en: 'Small claims' },
    receivedOn: '2026-11-02',
    state: 'received',
    dueOn: '2026-12-01',
    ...(appointment === undefined ? {} : { appointment }),
  },
});
const slots = (offered: OfferedSlots): Input => ({ kind: 'slots', offered });
/** A caller who has just proved that a request is theirs. */
const proven = (appointment?: FoundCase['appointment'], ...moves: (string | Input)[]): Player =>
  player({ services: [everyType] }).play('1', '1', '1234567894#', '123456#', found(appointment), ...moves);

describe('an appointment by telephone', () => {
  it('is offered only where the service has one', () => {
    expect(proven().said).not.toMatch(/rendez-vous/);
    expect(proven().play('4').state.place.at).toBe('found');
    expect(proven('offered').said).toMatch(/Pour prendre rendez-vous, faites le 4/);
  });

  it('is booked by keys alone among three times, and said back as the desk answered', () => {
    const call = proven('offered', '4');
    expect(call.effects.at(-1)).toEqual({ kind: 'find-slots', caseId });
    call.play(slots(sampleOffer));
    expect(call.said).toMatch(
      /mardi 1er décembre 2026 à 9 heures, Hôtel de ville, faites le 1.*10 heures.*faites le 3/,
    );
    expect(checkTwiml(call.twiml())).toEqual([]);
    const [, slot = sampleSlot('', '')] = sampleOffer.slots;
    expect(call.play('2').effects.at(-1)).toEqual({ kind: 'book-slot', caseId, slot, isMove: false });
    expect(call.play({ kind: 'slot-booked', slot }).said).toMatch(/C’est fait.*9 heures 30/);
    // What stands can be moved from there.
    call.play('4', slots({ ...sampleOffer, booked: slot }), '1');
    expect(call.effects.at(-1)).toMatchObject({ kind: 'book-slot', isMove: true });
  });

  it('is offered as soon as the request is accepted', () => {
    const call = player({ services: [everyType] }).play('1');
    call.result = { ...call.result, state: { ...call.state, place: { at: 'submitting' } } };
    call.play({ kind: 'accepted', reference: '1234567894', caseId });
    expect(call.said).toMatch(/Pour prendre rendez-vous, faites le 4/);
    expect(call.play('4').effects.at(-1)).toEqual({ kind: 'find-slots', caseId });
  });

  it('that was just taken is told, and the next times are offered', () => {
    const call = proven('offered', '4', slots(sampleOffer), '1', { kind: 'slot-taken' });
    expect(call.effects.at(-1)).toEqual({ kind: 'find-slots', caseId });
    expect(call.play(slots(sampleOffer)).said).toMatch(/vient d’être pris.*faites le 1/);
  });

  it('on another day is one key away, until no day is left', () => {
    const call = proven('offered', '4', slots(sampleOffer), '4');
    expect(call.effects.at(-1)).toEqual({ kind: 'find-slots', caseId, from: '2026-12-02' });
    call.play(slots({ slots: sampleOffer.slots }));
    expect(call.said).not.toMatch(/autres jours/);
    expect(call.play('9').state.place.at).toBe('found');
  });

  it('is cancelled only once that is confirmed', () => {
    const booked = sampleSlot('2026-12-01', '09:00');
    const call = proven('booked', '4', slots({ ...sampleOffer, booked }), '5');
    expect(call.said).toMatch(/sera annulé/);
    expect(call.effects.at(-1)?.kind).toBe('find-slots');
    expect(call.play('2').said).toMatch(/Vous avez rendez-vous le mardi 1er décembre/);
    expect(call.play('5', '1').effects.at(-1)).toEqual({ kind: 'cancel-slot', caseId });
    expect(call.play({ kind: 'slot-cancelled' }).said).toMatch(/est annulé/);
  });

  it('that the desk can not answer for is not told as done, and 0 reaches a person from it', () => {
    const call = proven('offered', '4', slots(sampleOffer), '1', { kind: 'failed', effect: 'book-slot' });
    expect(call.said).toMatch(/rien n’a changé/);
    const withPerson = proven('offered', '4', slots(sampleOffer), '0').state.place;
    expect(withPerson).toMatchObject({ at: 'person', back: { at: 'found', found: { caseId } } });
    expect(proven('offered', '4', slots(sampleOffer), '7', 's').state.place.at).toBe('appointment');
  });
});
