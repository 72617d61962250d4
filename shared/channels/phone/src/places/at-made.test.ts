import { newId } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import { checkTwiml } from '../../../../../tests/support/call/twiml-check.ts';
import { sampleCaller as from } from '../../samples/ask-one.ts';
import { everyType } from '../../samples/every-type.ts';
import { type Player, player } from '../../samples/play.ts';
import type { FoundCase } from '../dialog/effects.ts';
import type { Input } from '../dialog/turn.ts';

const reference = '1234567894#';
const service = { fr: 'Enregistrer un chien', en: 'Register a dog' };
const dog = { caseId: newId<'case'>(), code: 'permis-chien', service, receivedOn: '2026-11-02' };
const found = (rest: object): Input => ({ kind: 'found', found: { ...dog, ...rest } as FoundCase });
const open = found({ state: 'in-progress', dueOn: '2026-12-01' });
const ask = (...moves: (string | Input)[]): Player =>
  player({ services: [everyType], from }).play('1', '1', ...moves);

describe('a request already made', () => {
  it('is asked for by its reference, then by what proves it, and the desk is asked once', () => {
    const call = ask(reference);
    expect(call.said).toMatch(/code de suivi.*numéro de téléphone/);
    expect(checkTwiml(call.twiml())).toEqual([]);
    call.play('123456#');
    expect(call.result.listen).toEqual({ kind: 'effects' });
    expect(call.effects).toEqual([{ kind: 'find-status', reference: '1234567894', fact: '123456' }]);
  });

  it('tells its state and the promised day in words, and keeps nothing of its proof', () => {
    const call = ask(reference, '4185550123#', open);
    expect(call.said).toMatch(
      /Enregistrer un chien, est reçue depuis le lundi 2 novembre 2026\. Une personne s’en occupe\. Vous aurez une réponse au plus tard le mardi 1er décembre 2026/,
    );
    expect(JSON.stringify(call.state)).not.toContain('"4185550123"');
    expect(checkTwiml(call.twiml())).toEqual([]);
  });

  it('is withdrawn with a person, who has it before calling, and only while it is open', () => {
    const call = ask(reference, '123456#', open, '3');
    expect(call.said).toMatch(/pas encore retirée.*rappellera pour la retirer/);
    const about = { caseId: dog.caseId, code: 'permis-chien' };
    expect(call.play('1').effects.at(-1)).toMatchObject({
      kind: 'callback',
      request: { reason: 'withdraw', about },
    });
    expect(ask(reference, '123456#', open, '3', '3').said).toMatch(/Enregistrer un chien, est reçue/);
    const closed = ask(reference, '123456#', found({ state: 'closed', closedOn: '2026-11-20' }));
    expect(closed.said).not.toMatch(/retirer/);
    expect(closed.play('3').state.place.at).toBe('found');
  });

  it('goes along with a person asked for while it is heard', () => {
    const [, effect] = ask(reference, '123456#', open, '0', '1').effects;
    expect(effect).toMatchObject({ request: { reason: 'asked', about: { caseId: dog.caseId } } });
  });

  it('says that a promise is late', () => {
    expect(ask(reference, '123456#', found({ state: 'received', dueOn: '2026-11-20' })).said).toMatch(
      /attend son tour\. Vous deviez avoir une réponse au plus tard le vendredi 20 novembre 2026.*en retard/,
    );
  });

  it('reads the decision again in the language it was told in', () => {
    const closed = {
      state: 'closed',
      closedOn: '2026-11-20',
      decision: { words: 'Granted.', language: 'en' },
    };
    const call = ask(reference, '123456#', found(closed));
    expect(call.result.say).toContainEqual({ text: 'Granted.', language: 'en' });
    expect(call.play('1').result.say).toContainEqual({ text: 'Granted.', language: 'en' });
  });

  it('says where a decision is that may not be read aloud', () => {
    const call = ask(reference, '123456#', found({ state: 'closed', closedOn: '2026-11-20' }));
    expect(call.said).toMatch(/je ne lis pas à voix haute/);
  });

  it('does not tell which of the two was wrong, and hands over after three wrong ones', () => {
    const wrong: [string, string, Input] = [reference, '123456#', { kind: 'not-found' }];
    const call = ask(...wrong);
    expect(call.said).toMatch(/ne trouvons pas.*numéro de référence/);
    call.play(...wrong, ...wrong);
    expect(call.state.place).toMatchObject({ at: 'person', reason: 'not-found' });
  });

  it('tells a line that is closed for a while, and a desk that is away, and goes back to the menu', () => {
    const tries = ask(reference, '123456#', { kind: 'too-many' });
    expect(tries.said).toMatch(/trop d’essais.*Que voulez-vous faire/);
    const away = ask(reference, '123456#', { kind: 'failed', effect: 'find-status' });
    expect(away.said).toMatch(/ne trouve rien en ce moment.*Que voulez-vous faire/);
  });

  it.each([
    ['a reference with a wrong digit', ['1234567895#'], /un chiffre est faux/],
    ['a reference cut short', ['12345#'], /il y manque un chiffre/],
    ['a proof of another length', [reference, '1234#'], /six chiffres.*dix/],
    ['silence', ['s'], /rien entendu/],
  ])('%s is said and asked again', (_name, moves, words) => {
    const call = ask(...moves);
    expect(call.said).toMatch(words);
    expect(call.state.place).toMatchObject({ at: 'made', misses: 1 });
    expect(call.effects).toEqual([]);
  });

  it('is erased by star, and left for something else by 2', () => {
    expect(ask(`99*${reference}`).state.place).toMatchObject({ at: 'made', reference: '1234567894' });
    expect(ask(reference, '123456#', open, '2').said).toMatch(/Que voulez-vous faire/);
  });

  it('tells the code that will prove a new request', () => {
    const accepted: Input = { kind: 'accepted', reference: '1234567894', code: '123456' };
    const call = player({ services: [everyType] }).play('1', '2');
    call.result = { ...call.result, state: { ...call.state, place: { at: 'submitting' } } };
    expect(call.play(accepted).said).toMatch(/code de suivi est le : 1 2 3, 4 5 6/);
  });
});
