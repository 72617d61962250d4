import { type CompiledService, compile, serviceDefinition } from '@guichet/catalogue';
import { describe, expect, it } from 'vitest';
import { checkTwiml } from '../../../../../tests/support/call/twiml-check.ts';
import { everyType } from '../../samples/every-type.ts';
import { shippedServices } from '../../samples/packs.ts';
import { player } from '../../samples/play.ts';

const services = shippedServices();
const options = (said: string) => said.match(/ ?: (?:faites le |press |le )?\d\./g)?.length ?? 0;

function named(
  count: number,
  theme: CompiledService['definition']['theme'] = 'municipal',
): CompiledService[] {
  return Array.from({ length: count }, (_, at) => {
    const letter = 'abcdefghijkl'[at] ?? '';
    const name = { fr: `Chose ${letter}`, en: `Thing ${letter}` };
    const definition = { ...everyType.definition, code: `${theme}-${letter}`, theme, name };
    return compile(serviceDefinition.parse(definition));
  });
}

describe('the first menu', () => {
  it.each(['1', '2'])(
    'offers five choices at most, a request already made first, in language %s',
    (language) => {
      const call = player({ services }).play(language);
      expect(options(call.said)).toBe(5);
      expect(call.said).toMatch(/(déjà faite : faites le|already made: press) 1/);
      expect(call.said).not.toMatch(/le 9\.|(press|,) 9\./);
      expect(checkTwiml(call.twiml())).toEqual([]);
    },
  );

  it('leads to every shipped service, on pages of five under one theme', () => {
    const missing = new Set(services.map(({ definition }) => definition.name.fr));
    for (const key of ['2', '3', '4', '5']) {
      const call = player({ services }).play('1', key);
      for (let page = 0; page < 4; page += 1) {
        expect(options(call.said)).toBeLessThanOrEqual(5);
        expect(call.said).toMatch(/premier menu, faites le 8/);
        for (const name of missing)
          if (/^ : (?:faites )?le \d\./.test(call.said.split(name)[1] ?? '')) missing.delete(name);
        call.play('9');
      }
    }
    expect([...missing]).toEqual([]);
  });

  it('is left for a theme and come back to by 8', () => {
    expect(player({ services }).play('1', '2').said).toMatch(/^Ma municipalité\./);
    expect(player({ services }).play('1', '2', '8').said).toMatch(/^Que voulez-vous faire/);
  });

  it('takes the name or a keyword of a service at both levels, whatever the theme', () => {
    const camp = { service: { code: 'camp-jour' } };
    expect(player({ services }).play('1', 'inscrire des enfants au camp de jour').state).toMatchObject(camp);
    expect(player({ services }).play('1', '2', 'camp de jour').state).toMatchObject(camp);
    expect(player({ services }).play('2', 'day camp').state).toMatchObject(camp);
    expect(player({ services }).play('1', 'loisirs et culture').state.place).toMatchObject({ at: 'menu' });
    expect(player({ services }).play('1', 'loisirs et culture').said).toMatch(
      /^Santé, loisirs et culture\. /,
    );
    expect(player({ services }).play('1', 'déjà faite', 'une demande déjà faite').state.place).toMatchObject({
      at: 'made',
    });
  });

  it('has no themes where five services or fewer are offered', () => {
    expect(player({ services: named(4) }).play('1').said).toMatch(
      /déjà faite : faites le 1\. Chose a : le 2\..*Chose d : le 5\./,
    );
    const five = player({ services: named(5) }).play('1');
    expect(options(five.said)).toBe(5);
    expect(five.play('9').said).toMatch(/Chose e : faites le 1/);
  });

  it('offers the only service of a theme by its own name', () => {
    const call = player({ services: [...named(5), ...named(1, 'health')] }).play('1');
    expect(call.said).toMatch(/Ma municipalité : le 2\. Chose a : le 3\./);
    expect(call.play('3').state.service?.code).toBe('health-a');
  });

  it('says that no service is offered, and still takes a request already made', () => {
    const call = player({ services: [] }).play('1');
    expect(call.said).toMatch(/Aucun service.*déjà faite : faites le 1/);
  });
});
