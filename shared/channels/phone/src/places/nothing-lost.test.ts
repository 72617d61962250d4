import { type Answers, type CompiledService, compile, serviceDefinition } from '@guichet/catalogue';
import { type EvidenceId, newId } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import { everyType } from '../../samples/every-type.ts';
import { type Player, player } from '../../samples/play.ts';
import { confidenceMin } from '../askers/asker.ts';
import type { CallState, Place } from '../dialog/call-state.ts';
import { draftOf } from '../dialog/draft-of.ts';
import type { PhoneDraft } from '../dialog/effects.ts';
import type { PeopleNow } from '../dialog/move.ts';
import type { Input } from '../dialog/turn.ts';

const from = '+14185550123';
const offered: Input = { kind: 'offered', number: '7123456789', code: '012345', untilOn: '2026-12-24' };
const open: PeopleNow = { state: 'open', lines: 1 };

/** The sample with these of its questions alone. */
function asking(...keys: string[]): CompiledService {
  const questions = everyType.definition.questions.filter((one) => 'key' in one && keys.includes(one.key));
  return compile(serviceDefinition.parse({ ...everyType.definition, code: keys.join('-'), questions }));
}

/** A call that stands at a place, with what it holds. */
function standing(
  service: CompiledService,
  place: Place,
  held: Partial<CallState> = {},
  people?: PeopleNow,
): Player {
  const call = player({ services: [service], from, ...(people ? { people } : {}) }).play('1', '2');
  call.result = { ...call.result, state: { ...call.state, ...held, place } };
  call.effects.length = 0;
  return call;
}

const callbackOf = (call: Player) =>
  call.effects.flatMap((effect) => (effect.kind === 'callback' ? [effect.request] : [])).at(-1);

describe('an entry in the making', () => {
  it('is kept when its caller takes a number for later, then asks for a person after all', () => {
    const call = player({ services: [asking('others')], from }).play('1', '2', '1', 'r', '1');
    const entry = { name: { pending: 'transcription' }, minor: true };
    expect(call.state.entries).toMatchObject([entry]);
    call.play('0', '4', offered);
    expect(call.state.place.at).toBe('kept');
    call.play('0');
    expect(draftOf(call.state)?.answers).toMatchObject({ others: [entry] });
    call.play('1');
    expect(callbackOf(call)?.draft?.answers).toMatchObject({ others: [entry] });
  });
});

describe('a caller beyond the limit of turns', () => {
  const accepted = { reference: '1234567894', code: '012345' };
  it.each<[string, Place, Input, RegExp]>([
    [
      'the reference',
      { at: 'submitting' },
      { kind: 'accepted', ...accepted },
      /est le : 1 2 3, 4 5 6, 7 8 9 4/,
    ],
    [
      'the follow-up code',
      { at: 'submitting' },
      { kind: 'accepted', ...accepted },
      /suivi est le : 0 1 2, 3 4 5/,
    ],
    [
      'the number and code for later',
      { at: 'keeping', from: { at: 'summary', page: 0, misses: 0 } },
      offered,
      /reprise est le : 7 1 2.*reprise est le : 0 1 2, 3 4 5/,
    ],
  ])('still hears %s of what was just kept, and only then the goodbye', (_, place, answer, said) => {
    const call = standing(asking('agree'), place, { turns: 500, answers: { agree: true } });
    expect(call.play(answer).said).toMatch(said);
    expect(call.state.place.at).not.toBe('ended');
    expect(call.play('1').said).toMatch(/Au revoir/);
  });
});

describe('a file sent by Internet', () => {
  const paper = { evidence: [newId<'evidence'>(), newId<'evidence'>()] };
  it.each([
    [1, 'un fichier déjà envoyé'],
    [2, '2 fichiers déjà envoyés'],
  ])('of %i is heard as sent in the summary, and is not asked again', (count, said) => {
    const answers: Answers = {
      agree: true,
      paper: { evidence: paper.evidence.slice(0, count) as EvidenceId[] },
    };
    const call = standing(asking('agree', 'paper'), { at: 'summary', page: 0, misses: 0 }, { answers });
    expect(call.play('*').said).toContain(`Le document : ${said}.`);
  });
});

describe('a yes or a no that is said', () => {
  const sure = confidenceMin;
  const unsure = confidenceMin - 0.01;
  const spoken = (text: string, confidence: number): Input => ({ kind: 'speech', text, confidence });
  const atConfirm = () =>
    standing(asking('count', 'agree'), {
      at: 'ask',
      key: 'count',
      sub: { step: 'confirm', value: 12, how: 'spoken', confidence: 0.5 },
      misses: 0,
    });
  const atOwnNumber = () =>
    standing(asking('tel'), { at: 'ask', key: 'tel', sub: { step: 'own-number' }, misses: 0 });
  const atPostalCode = () =>
    standing(asking('home'), {
      at: 'ask',
      key: 'home',
      sub: { step: 'postal-letters', candidates: ['G1R 4S9'] },
      misses: 0,
    });
  const atMore = () =>
    standing(asking('others', 'agree'), { at: 'more', key: 'others', misses: 0 }, { entries: [{}] });

  it.each(['oui', 'non'])('keeps or drops what was read back only when surely heard: %s', (word) => {
    const asked = atConfirm().play(spoken(word, unsure));
    expect(asked.state.answers).toEqual({});
    expect(asked.state.place).toMatchObject({ at: 'ask', sub: { step: 'confirm', value: 12 }, misses: 1 });
    expect(asked.said).toMatch(/J'ai compris : 12/);
    const heard = atConfirm().play(spoken(word, sure));
    expect(heard.state.answers).toEqual(word === 'oui' ? { count: 12 } : {});
    expect(heard.state.place).not.toMatchObject({ sub: { step: 'confirm' } });
  });

  it.each(['oui', 'non'])('takes or leaves the number shown only when surely heard: %s', (word) => {
    const asked = atOwnNumber().play(spoken(word, unsure));
    expect(asked.state.answers).toEqual({});
    expect(asked.state.place).toMatchObject({ sub: { step: 'own-number' }, misses: 1 });
    const heard = atOwnNumber().play(spoken(word, sure));
    expect(heard.state.answers).toEqual(word === 'oui' ? { tel: from } : {});
    expect(heard.state.place).not.toMatchObject({ sub: { step: 'own-number' } });
  });

  it.each(['oui', 'non'])('keeps or drops a postal code read back only when surely heard: %s', (word) => {
    const asked = atPostalCode().play(spoken(word, unsure));
    expect(asked.state.place).toMatchObject({ sub: { step: 'postal-letters' }, misses: 1 });
    expect(asked.said).toMatch(/Pour G 1 R, 4 S 9, faites le 1/);
    const heard = atPostalCode().play(spoken(word, sure));
    expect(heard.state.place).toMatchObject({ sub: { step: word === 'oui' ? 'civic' : 'ask' }, misses: 0 });
  });

  it.each(['oui', 'non'])('begins another entry, or ends the list, only when surely heard: %s', (word) => {
    expect(atMore().play(spoken(word, unsure)).state).toMatchObject({
      place: { at: 'more', misses: 1 },
      entries: [{}],
    });
    const heard = atMore().play(spoken(word, sure)).state;
    expect(heard.place.at).toBe('ask');
    expect(heard.entries.length).toBe(word === 'oui' ? 2 : 0);
  });
});

describe('a request taken up again', () => {
  const draftFor = (service: CompiledService, answers: Answers): PhoneDraft => ({
    callSid: `CA${'1'.repeat(32)}`,
    request: 1,
    service: service.definition.code,
    version: service.definition.version,
    language: 'fr',
    answers,
    skipped: [],
    provenance: {},
  });
  const resumed = (services: CompiledService[], draft: PhoneDraft, people?: PeopleNow): Player => {
    const call = player({ services, from, ...(people ? { people } : {}) }).play('1', '1', '7123456789#');
    const place: Place = { at: 'finding', reference: '7123456789', fact: '012345', misses: 0 };
    call.result = { ...call.result, state: { ...call.state, place } };
    call.effects.length = 0;
    return call.play({ kind: 'resumed', draft });
  };
  const here = asking('agree', 'count');
  const elsewhere = draftFor(asking('kind'), { kind: 'b' });

  it('that goes on by Internet alone is never written over by what is asked for next', () => {
    const call = resumed([here], elsewhere);
    expect(call.said).toMatch(/ne peut pas se continuer par téléphone/);
    expect(call.state.request).toBe(2);
    call.play('2', '1');
    const saved = call.effects.flatMap((effect) => (effect.kind === 'save-draft' ? [effect.draft] : []));
    expect(saved.length).toBeGreaterThan(0);
    expect(saved.map(({ request, service }) => ({ request, service }))).toEqual(
      saved.map(() => ({ request: 2, service: here.definition.code })),
    );
  });

  it('that goes on by Internet alone goes along to whoever takes the call', () => {
    const call = resumed([here], elsewhere, open).play('0');
    const shown = call.effects.flatMap((effect) => (effect.kind === 'live-call' ? [effect.call.draft] : []));
    expect(shown).toEqual([elsewhere]);
    // The desk holds it already, and it may have been sent from there since.
    expect(call.effects.map(({ kind }) => kind)).toEqual(['live-call']);
    expect(call.said).toMatch(/Elle voit vos réponses/);
  });

  it('that goes on by Internet alone goes along to whoever calls back, until another is begun', () => {
    const call = resumed([here], elsewhere).play('0', '1');
    expect(callbackOf(call)?.draft).toEqual(elsewhere);
    expect(call.play({ kind: 'callback-kept' }).said).toMatch(/Vos réponses sont conservées/);
    const other = resumed([here], elsewhere).play('2', '1', '0', '1');
    expect(callbackOf(other)?.draft).toMatchObject({ request: 2, answers: { agree: true } });
  });

  it('in the middle of an entry goes on in that entry', () => {
    const service = asking('others', 'agree');
    const entry = { name: { pending: 'transcription', evidence: newId<'evidence'>() }, minor: true } as const;
    const whole = { ...entry, age: 4 };
    const call = resumed([service], draftFor(service, { others: [whole, entry] }));
    expect(call.said).toMatch(/Quel âge/);
    expect(call.state.place).toMatchObject({ at: 'ask', key: 'others', member: 'age' });
    call.play('7#', '2');
    expect(call.state.answers).toMatchObject({ others: [whole, { ...entry, age: 7 }] });
  });
});

describe('a person asked for', () => {
  const failed: Input = { kind: 'transferred', answered: false };

  it('is rung again for another request of the call, and not for the same one so soon', () => {
    const call = player({ services: [asking('agree')], from, people: open }).play('1', '2', '0');
    expect(call.result.listen.kind).toBe('transfer');
    call.play(failed, '3', '0');
    expect(call.result.listen.kind).toBe('gather');
    call.result = { ...call.result, state: { ...call.state, place: { at: 'submitting' } } };
    call.play({ kind: 'accepted', reference: '1234567894' });
    expect(call.state.place.at).toBe('accepted');
    call.play('2', '0');
    expect(call.result.listen.kind).toBe('transfer');
  });
});
