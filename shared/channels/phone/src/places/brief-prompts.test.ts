import { describe, expect, it } from 'vitest';
import { everyType } from '../../samples/every-type.ts';
import { player } from '../../samples/play.ts';

const brief = {
  1: /Une demande commencée ou déjà faite : faites le 1\. .+ : le 2\./,
  2: /A request you started or already made: press 1\. [^.]+: 2\./,
};
const full = {
  1: /Une demande commencée ou déjà faite : faites le 1\. .+ : faites le 2\./,
  2: /A request you started or already made: press 1\. [^.]+: press 2\./,
};

describe.each(['1', '2'] as const)('a list, in the language of key %s', (language) => {
  const call = () => player({ services: [everyType] });

  it('says how to answer with its first choice alone, and each goal before its key', () => {
    expect(call().play(language).said).toMatch(brief[language]);
  });

  it.each([
    ['silence', 's'],
    ['a wrong key', '7'],
    ['the star', '*'],
  ])('is said in full again after %s', (_, move) => {
    expect(call().play(language, move).said).toMatch(full[language]);
  });

  it('is short again where the caller has gone on', () => {
    const again = language === '1' ? 'une demande commencée' : 'a request I started';
    const gone = call().play(language, '*', again);
    expect(gone.state.again).toBeUndefined();
    expect(gone.state.place.at).toBe('made');
  });

  it('is said in full on the slow line', () => {
    const slow = call().play('3', language);
    expect(slow.state.slow).toBe(true);
    expect(slow.said).toMatch(full[language]);
  });
});

describe('a question', () => {
  it('tells with the second of its options how to end the list, and with the first when it is asked again', () => {
    const group = everyType.questions.find(({ type }) => type === 'choices');
    if (group?.type !== 'choices') throw new Error('the sample has no choices');
    const at = (sub: object, misses = 0) => {
      const call = player({ services: [everyType] }).play('1', '2');
      const place = { at: 'ask' as const, key: group.key, sub, misses } as never;
      call.result = { ...call.result, state: { ...call.state, place } };
      return call;
    };
    const end = /Pour finir avant la fin de la liste, faites le 9/;
    const first = at({ step: 'ask' });
    const second = first.play('1');
    expect(group.options.length).toBeGreaterThan(2);
    expect(second.said).toMatch(end);
    expect(at({ step: 'ask' }).play('*').said).toMatch(end);
    expect(at({ step: 'choices', index: 1, picked: [] }).play('2').said).not.toMatch(end);
  });
});
