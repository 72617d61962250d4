import { compile } from '@guichet/catalogue';
import { describe, expect, it } from 'vitest';
import { checkTwiml } from '../../../../../tests/support/call/twiml-check.ts';
import { sampleCaller as from } from '../../samples/ask-one.ts';
import { everyType } from '../../samples/every-type.ts';
import { type Player, player } from '../../samples/play.ts';
import { draftOf } from '../dialog/draft-of.ts';
import type { Input } from '../dialog/turn.ts';

const number = '1234567896';
const offered: Input = { kind: 'offered', number, code: '012345', untilOn: '2026-12-24' };
/** A caller with one answer given, at the next question. */
const begun = (caller: string | undefined = from): Player => {
  const call = player({ services: [everyType], ...(caller === '' ? {} : { from: caller }) }).play(
    '1',
    '2',
    '1',
  );
  for (let turns = 0; Object.keys(call.state.answers).length === 0 && turns < 5; turns += 1)
    call.play(call.result.listen.kind === 'record' ? 'r' : '1');
  return call;
};

describe('going on later', () => {
  it('is offered with a person once something is answered, and asks the desk once', () => {
    expect(player({ services: [everyType], from }).play('1', '0').said).not.toMatch(/continuer plus tard/);
    const call = begun().play('0');
    expect(call.said).toMatch(/Pour continuer plus tard, au téléphone ou par Internet, faites le 4/);
    const before = call.effects.length;
    call.play('4');
    expect(call.effects.slice(before)).toEqual([
      { kind: 'offer-resume', callSid: call.state.facts.callSid, request: 1 },
    ]);
  });

  it('says the number and the code twice in groups, until when, and goes back to the question', () => {
    const call = begun();
    const { place, answers } = call.state;
    call.play('0', '4', offered);
    expect(call.said).toMatch(
      /pas encore envoyée.*reprise est le : 1 2 3, 4 5 6, 7 8 9 6\..*reprise est le : 0 1 2, 3 4 5\..*Je répète\. Le numéro : 1 2 3, 4 5 6, 7 8 9 6\. Le code : 0 1 2, 3 4 5\..*jeudi 24 décembre 2026/,
    );
    expect(checkTwiml(call.twiml())).toEqual([]);
    expect(call.play('1').said).toMatch(/Je répète/);
    expect(call.play('3').state).toMatchObject({ place, answers });
  });

  it('repeats it all once to who says nothing, reaches a person by 0, and ends by itself', () => {
    const call = begun().play('0', '4', offered, 's');
    expect(call.said).toMatch(/Je répète/);
    expect(begun().play('0', '4', offered, '0').state.place.at).toBe('person');
    expect(call.play('s').result.listen).toEqual({ kind: 'none' });
  });

  it('is offered where the answers are read back too, also while people answer', () => {
    const people = { state: 'open' as const, lines: 1 };
    const call = player({ services: [everyType], from, people }).play('1', '2', '1');
    call.result = {
      ...call.result,
      state: { ...call.state, answers: begun().state.answers, place: { at: 'summary', page: 9, misses: 0 } },
    };
    expect(call.play('s').said).toMatch(/Pour finir plus tard, faites le 3/);
    const { place } = call.play('3').state;
    expect(place).toMatchObject({ at: 'keeping', from: { at: 'summary' } });
    expect(call.play(offered, '3').state.place.at).toBe('summary');
  });

  it('tells a desk that is away, and leaves the caller where they were', () => {
    const call = begun().play('0', '4', { kind: 'failed', effect: 'offer-resume' });
    expect(call.said).toMatch(/ne pouvons pas vous donner de numéro.*Pour continuer plus tard/);
    expect(call.state.place.at).toBe('person');
  });
});

describe('the link by text message', () => {
  it('is asked for once, to the number shown, and the code is said again and never handed over', () => {
    const call = begun().play('0', '4', offered);
    expect(call.said).toMatch(/par texto le lien du site, faites le 2/);
    const before = call.effects.length;
    call.play('2');
    expect(call.effects.slice(before)).toEqual([
      { kind: 'text-link', callSid: call.state.facts.callSid, request: 1, phone: from, language: 'fr' },
    ]);
    call.play({ kind: 'text-kept' });
    expect(call.said).toMatch(/lien par texto\. Le code n’y sera pas.*Le code : 0 1 2, 3 4 5/);
    expect(call.said).not.toMatch(/faites le 2/);
    const asked = call.effects.length;
    expect(call.play('2').effects).toHaveLength(asked);
  });

  it.each(['', '+33142345678', '+19005551234'])('is not offered to the number "%s"', (caller) => {
    const call = begun(caller).play('0', ...(caller === '' ? ['4#'] : ['4']), offered);
    expect(call.said).toMatch(/Je répète/);
    expect(call.said).not.toMatch(/texto/);
  });

  it('is refused in words to who asked for no more texts', () => {
    const call = begun().play('0', '4', offered, '2', { kind: 'text-refused' });
    expect(call.said).toMatch(/ne plus recevoir de textos.*DÉBUT à un texto que vous avez reçu.*Je répète/);
  });
});

describe('who asked for no more texts', () => {
  const textsFrom = '+14185550100';
  it.each([
    ['1', /le mot DÉBUT au 4 1 8, 5 5 5, 0 1 0 0, le numéro d’où viennent nos textos/],
    ['2', /the word START to 4 1 8, 5 5 5, 0 1 0 0, the number our text messages come from/],
  ])('hears which number to write to, in the language of key %s', (language, said) => {
    const call = player({ services: [everyType], from, textsFrom }).play(language);
    const place = { at: 'kept' as const, number, code: '012345', untilOn: '2026-12-24', misses: 0 };
    call.result = { ...call.result, state: { ...call.state, place: { at: 'texting', from: place } } };
    expect(call.play({ kind: 'text-refused' }).said).toMatch(said);
    call.result = { ...call.result, state: { ...call.state, place: { at: 'texting', from: place } } };
    expect(call.play({ kind: 'text-not-allowed' }).said).toMatch(/un numéro comme|a number like/);
  });
});

describe('a request begun elsewhere', () => {
  const code = everyType.definition.code;
  const ask = (...moves: (string | Input)[]): Player =>
    player({ services: [everyType], from }).play('1', '1', ...moves);
  const draft = () => {
    const held = draftOf(begun().state);
    if (held === undefined) throw new Error('no draft');
    return { ...held, fileNames: { a: 'photo.png' } };
  };

  it('is asked for by its number, then by its code alone, and the desk is asked once', () => {
    const call = ask(`${number}#`);
    expect(call.said).toMatch(/code de reprise, de six chiffres/);
    expect(call.play('4185550123#').said).toMatch(/Il faut six chiffres/);
    call.play('012345#');
    expect(call.effects).toEqual([
      { kind: 'resume-draft', callSid: call.state.facts.callSid, request: 1, number, code: '012345' },
    ]);
  });

  it('goes on at its next question with all it held, and keeps it so', () => {
    const held = draft();
    const call = ask(`${number}#`, '012345#', { kind: 'resumed', draft: held });
    expect(call.said).toMatch(/Vos réponses sont conservées; nous continuons/);
    expect(call.state).toMatchObject({ service: { code }, answers: held.answers, place: { at: 'ask' } });
    expect(draftOf(call.state)).toMatchObject({ answers: held.answers, fileNames: { a: 'photo.png' } });
    expect(JSON.stringify(call.state)).not.toContain('012345');
    expect(checkTwiml(call.twiml())).toEqual([]);
  });

  it('of a service that is not asked by telephone stays where it is', () => {
    const why = { except: { fr: 'Sur place seulement', en: 'On site only' } };
    const here = compile({
      ...everyType.definition,
      channels: { ...everyType.definition.channels, phone: why },
    });
    const call = player({ services: [here], from }).play('1', '1', `${number}#`, '012345#');
    call.play({ kind: 'resumed', draft: draft() });
    expect(call.said).toMatch(/ne peut pas se continuer par téléphone/);
    expect(call.state.service).toBeUndefined();
  });

  it('says that it was sent since, that nothing matches, and that there were too many tries', () => {
    expect(ask(`${number}#`, '012345#', { kind: 'submitted' }).said).toMatch(
      /déjà envoyée.*numéro de référence/,
    );
    expect(ask(`${number}#`, '012345#', { kind: 'not-found' }).said).toMatch(/ne trouvons pas/);
    expect(ask(`${number}#`, '012345#', { kind: 'too-many' }).said).toMatch(/trop d’essais/);
  });
});

describe('documents that follow by post', () => {
  it('the caller hears which, what to write on the envelope, and the address, only when there are any', () => {
    const file = everyType.questions.find(({ type }) => type === 'file');
    if (file === undefined) throw new Error('no file question');
    const said = (answers: object, language: 'fr' | 'en' = 'fr') => {
      const call = player({ services: [everyType], from, postTo: ['Ville', '1, rue Neuve', 'G1R 4S9'] }).play(
        language === 'fr' ? '1' : '2',
        '2',
      );
      call.result = {
        ...call.result,
        state: { ...call.state, answers: { ...answers }, place: { at: 'submitting' } },
      };
      return call.play({ kind: 'accepted', reference: '1234567894' }).said;
    };
    const later = { ...begun().state.answers, [file.key]: { later: 'post' } };
    expect(said(later)).toMatch(
      /À envoyer par la poste : .*Sur l’enveloppe et sur chaque document, écrivez votre numéro de référence : 1 2 3, 4 5 6, 7 8 9 4\. L’adresse est : Ville, 1, rue Neuve, G1R 4S9\./,
    );
    expect(said(later, 'en')).toMatch(/To send by mail: .*On the envelope/);
    expect(said({ ...later, [file.key]: { later: 'counter' } })).not.toMatch(/enveloppe/);
  });
});
