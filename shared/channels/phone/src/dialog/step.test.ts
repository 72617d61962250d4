import { compile, serviceDefinition } from '@guichet/catalogue';
import { describe, expect, it } from 'vitest';
import { checkTwiml } from '../../../../../tests/support/call/twiml-check.ts';
import { askOne as ask, sampleCaller as from, onlyQuestion as only } from '../../samples/ask-one.ts';
import { everyType } from '../../samples/every-type.ts';
import { shippedServices } from '../../samples/packs.ts';
import { player } from '../../samples/play.ts';
import type { Input } from './turn.ts';

const pending = { pending: 'transcription', evidence: expect.any(String) };

describe('bad input', () => {
  const refused: [string, string, string[], RegExp][] = [
    ['a date that is no day', 'when', ['31022027#'], /n'existe pas/],
    ['a date before its range', 'when', ['01012020#'], /Quand|date|plus tard|à partir/i],
    ['a number over its bound', 'count', ['100#'], /ou moins/],
    ['a telephone number of nine digits', 'tel', ['2', '514234567#'], /forme d'un numéro/],
    ['keys that make no postal code', 'home', ['111111#'], /pas de code postal/],
    ['a wrong check digit', 'card', ['1234567890#'], /Vérifiez|chiffre|numéro/],
    ['a refused consent', 'truth', ['2'], /accept/],
    ['a mark past the end of a scale', 'opinion', ['6'], /Choisissez une/],
    ['a mark past ten', 'odds', ['1', '11#'], /Choisissez une/],
    ['half of an agreement', 'opinion', ["pas tout à fait d'accord"], /pas compris/],
    ['an option already ranked', 'order', ['1', '3'], /pas compris/],
    [
      'a day that is closed',
      'visit',
      ['1', '02122026#'],
      /fermé le 2 décembre 2026.*Heures d'ouverture : mardi et jeudi, de 9 heures à 12 heures 30; jeudi/,
    ],
    ['a day before those offered', 'visit', ['1', '24112026#'], /à partir du 25 novembre 2026/],
    ['a day of a slot that is no day', 'desk', ['1', '31022027#'], /n'existe pas/],
    ['a time that is not on the list', 'visit', ['1', '01122026#', '8'], /pas compris/],
    ['a key that is no option', 'kind', ['7'], /pas compris/],
    ['silence', 'agree', ['s'], /rien entendu/],
    ['two readings of a sensitive value that differ', 'born', ['09021958#', '09021959#'], /différentes/],
  ];
  it.each(refused)('%s is said and asked again', (_name, key, moves, words) => {
    const call = ask(key, 'fr', moves);
    expect(call.said).toMatch(words);
    expect(call.state.place).toMatchObject({ at: 'ask', key });
    expect(call.result.listen.kind).not.toBe('none');
    expect(call.state.misses).toBe(1);
  });

  it('a text-like question is recorded after three misunderstandings, with its keyed part dropped', () => {
    const call = ask('home', 'fr', ['1#', '2#', '3#']);
    expect(call.result.listen).toMatchObject({ kind: 'record' });
    expect(call.play('r').state.answers['home']).toEqual(pending);
  });

  it('a question that fails five times goes to a person with its draft, never to the end of the call', () => {
    const call = ask('count', 'fr', ['100#', '100#', '100#', '100#', '100#']);
    expect(call.state.place).toMatchObject({ at: 'person', reason: 'not-understood' });
    call.play('1');
    expect(call.effects.at(-1)).toMatchObject({
      kind: 'callback',
      request: { phone: from, draft: { service: 'tout' } },
    });
  });

  it('two failures of speech switch the rest of the call to keys', () => {
    const call = ask('agree', 'fr', ['brouhaha', 'brouhaha', '1']);
    expect(call.result.listen).toMatchObject({ kind: 'gather' });
    expect(call.result.listen).not.toHaveProperty('hints');
  });
});

describe('privacy', () => {
  it('a sensitive value is never said, not even at the summary', () => {
    const call = ask('card', 'fr', ['1234567894#', '9', '1']);
    const heard: string[] = [];
    for (const move of ['1', '1', '1']) heard.push(call.play(move).said);
    expect(call.state.answers['card']).toBe('1234567894');
    expect(heard.join(' ')).not.toMatch(/1234567894|1 2 3 4/);
  });

  it('a sensitive question offers no speech', () => {
    const call = ask('agree', 'fr', [], { sensitivity: 'sensitive', purpose: { fr: 'But', en: 'Why' } });
    expect(call.result.listen).not.toHaveProperty('hints');
  });

  it('tells what is collected and why before the first personal question', () => {
    const call = player({ services: [everyType], from }).play('1', '2');
    expect(call.said).toMatch(/servent seulement à traiter cette demande/);
  });
});

describe('the frame', () => {
  const services = shippedServices();

  it('silence at the greeting goes on in French', () => {
    expect(player({ services, from }).play('s').said).toMatch(/Que voulez-vous faire/);
  });

  it('three slows the whole call down, and twice the time is given', () => {
    const call = player({ services, from }).play('3', '2');
    expect(call.result.listen).toMatchObject({ timeoutSeconds: 14 });
    expect(call.twiml()).toContain('<prosody rate="85%">');
    expect(checkTwiml(call.twiml())).toEqual([]);
  });

  it('a service that the telephone does not carry is not offered', () => {
    const except = { phone: { except: { fr: 'Non', en: 'No' } } };
    const hidden = compile(serviceDefinition.parse({ ...everyType.definition, channels: except }));
    expect(player({ services: [hidden], from }).play('1').said).toMatch(/Aucun service/);
  });

  it('reads the answers back, corrects one by its number, and sends them once', () => {
    const call = ask('count', 'fr', ['12#', '9', '1']);
    expect(call.said).toMatch(/Numéro 1\. Combien : 12\./);
    call.play('2', '1#', '13#');
    expect(call.said).toMatch(/Combien : 13\./);
    call.play('1');
    const [submit, ...others] = call.effects.filter(({ kind }) => kind === 'submit');
    expect(others).toEqual([]);
    expect(submit).toMatchObject({
      submission: {
        channel: 'phone',
        idempotency: { scope: 'phone', key: `CA${'1'.repeat(32)}:1` },
        answers: { count: 13 },
      },
    });
  });

  it('says the reference twice, digit by digit, and what happens next', () => {
    const call = ask('count', 'fr', [
      '12#',
      '9',
      '1',
      '1',
      { kind: 'accepted', reference: '1234567894', dueOn: '2026-12-01' },
    ]);
    expect(call.said.match(/1 2 3, 4 5 6, 7 8 9 4/g)).toHaveLength(2);
    expect(call.said).toMatch(/La suite\..*mardi 1er décembre 2026/);
    expect(call.play('s').result.listen).toEqual({ kind: 'none' });
  });

  it('a second request of one call has its own key', () => {
    const done: Input = { kind: 'accepted', reference: '1234567894' };
    const call = ask('count', 'fr', ['12#', '9', '1', '1', done, '2', '2', '3#', '9', '1', '1']);
    const keys = call.effects.flatMap((effect) =>
      effect.kind === 'submit' ? [effect.submission.idempotency.key.slice(-2)] : [],
    );
    expect(keys).toEqual([':1', ':2']);
  });

  it('what the desk finds missing is asked again', () => {
    const problems = [{ path: 'count', code: 'required' as const }];
    const call = ask('count', 'fr', ['12#', '9', '1', '1', { kind: 'incomplete', problems }]);
    expect(call.state.place).toMatchObject({ at: 'ask', key: 'count' });
    expect(call.said).toMatch(/Il manque une réponse/);
  });

  it('a desk that does not answer is said so, and tried again by 1', () => {
    const call = ask('count', 'fr', ['12#', '9', '1', '1', { kind: 'failed', effect: 'submit' }]);
    expect(call.said).toMatch(/n'est pas encore envoyée/);
    call.play('1');
    expect(call.result.effects).toMatchObject([{ kind: 'submit' }]);
  });

  it('each answer leaves a draft', () => {
    const call = ask('count', 'fr', ['12#']);
    expect(call.effects).toMatchObject([
      { kind: 'save-draft', draft: { service: 'tout', request: 1, answers: { count: 12 } } },
    ]);
  });
});

describe('a person', () => {
  it("calls back at the caller's number after confirmation, with the draft", () => {
    const call = ask('count', 'fr', ['12#', '0', '1']);
    expect(call.effects.at(-1)).toMatchObject({
      kind: 'callback',
      request: { reason: 'asked', phone: from, draft: { answers: { count: 12 } } },
    });
    call.play({ kind: 'callback-kept' });
    expect(call.said).toMatch(/vous rappellera au 4 1 8.*conservées/);
    expect(call.result.listen).toEqual({ kind: 'none' });
  });

  it('calls back in the half day chosen, or as soon as possible', () => {
    const called = (...moves: string[]) =>
      player({ services: [everyType], from, callBackDays: ['2026-11-25', '2026-11-26'] }).play(
        '1',
        '0',
        ...moves,
      );
    const asked = called('1');
    expect(asked.said).toMatch(
      /Dès que possible : faites le 1\. Mercredi 25 novembre 2026, en avant-midi : faites le 2.*Jeudi.*après-midi : faites le 5/,
    );
    const request = { phone: from, window: { day: '2026-11-26', part: 'morning' } };
    expect(asked.play('4').effects).toMatchObject([{ kind: 'callback', request }]);
    expect(asked.play({ kind: 'callback-kept' }).said).toMatch(
      /rappellera au 4 1 8.*jeudi 26 novembre 2026, en avant-midi/,
    );
    for (const moves of [
      ['1', '1'],
      ['1', 's', 's', 's'],
      ['2', '4182345678#', '1', '1'],
    ]) {
      const [effect] = called(...moves).effects;
      expect(effect).toMatchObject({ kind: 'callback' });
      expect(JSON.stringify(effect)).not.toContain('window');
    }
  });

  it('is left again by 3, where the caller was', () => {
    const call = ask('count', 'fr', ['0', '3', '12#']);
    expect(call.state.answers['count']).toBe(12);
  });

  it('takes another number by keys, read back', () => {
    const call = player({ services: [everyType] }).play('1', '0', '4182345678#', '1');
    expect(call.effects).toMatchObject([{ kind: 'callback', request: { phone: '+14182345678' } }]);
  });

  it('takes a message when a withheld number is never keyed', () => {
    const call = player({ services: [everyType] }).play('1', '0', 's', 's', 's', 'r');
    expect(call.effects).toMatchObject([
      { kind: 'record-evidence', recording: { question: 'message' } },
      { kind: 'callback' },
    ]);
  });

  it('says that nothing is noted when the desk is away, and leaves a message with the provider', () => {
    const call = ask('count', 'fr', ['0', '1', { kind: 'failed', effect: 'callback' }]);
    expect(call.said).toMatch(/ne répond pas.*gardera votre message/);
    expect(call.play('r').said).toMatch(/n'est pas encore envoyée/);
  });
});

describe('help', () => {
  const help = { fr: "L'aide commune.", en: 'Common help.' };
  const helpFor = { phone: { fr: "L'aide à entendre.", en: 'Help to hear.' } };

  it('written for the telephone is heard with the question, in place of the common one', () => {
    expect(ask('count', 'fr', [], { help, helpFor }).said).toMatch(/Combien\?.*L'aide à entendre\./);
    expect(ask('count', 'fr', ['100#', '100#'], { help, helpFor }).said).not.toMatch(/L'aide commune/);
  });

  it('common to all channels is heard after two misunderstandings', () => {
    expect(ask('count', 'fr', ['100#'], { help }).said).not.toMatch(/L'aide commune/);
    expect(ask('count', 'fr', ['100#', '100#'], { help }).said).toMatch(/L'aide commune/);
  });

  it('tells who acts for another which proof it takes', () => {
    const roles = [
      { key: 'parent', label: { fr: 'Parent', en: 'Parent' } },
      { key: 'lawyer', label: { fr: 'Avocat', en: 'Lawyer' } },
    ];
    const proof = { fr: 'Ayez la procuration.', en: 'Have the power of attorney.' };
    const mandated = compile(
      serviceDefinition.parse({ ...only('count').definition, who: { mandate: { roles, proof } } }),
    );
    const call = player({ services: [mandated], from }).play('1', '2', '2', 'r');
    expect(call.said).toMatch(/À quel titre agissez-vous\? Ayez la procuration\. Parent : faites le 1/);
  });
});

describe('the star', () => {
  it('takes back what was just read back, and keeps what came before', () => {
    const date = ask('when', 'fr', ['01072027#', '*']);
    expect(date.said).toMatch(/C'est effacé\..*Quand/);
    expect(date.play('02072027#', '1').state.answers['when']).toBe('2027-07-02');
    const person = ask('who', 'fr', ['09021958#']);
    expect(person.said).toMatch(/dimanche 9 février 1958.*faites l'étoile/);
    person.play({ kind: 'recording', sid: 'RE', url: 'u', seconds: 0, endedBy: '*' });
    expect(person.said).toMatch(/date de naissance\. Composez deux chiffres/);
    person.play('10021958#', 'r');
    expect(person.state.answers['who']).toEqual({ ...pending, keyed: { birthDate: '1958-02-10' } });
  });

  it('after words makes the recording again, with the birth date kept', () => {
    const words: Input = { kind: 'recording', sid: 'RE', url: 'u', seconds: 3, endedBy: '*' };
    const call = ask('who', 'fr', ['09021958#', words]);
    expect(call.state.place).toMatchObject({ sub: { step: 'name', birthDate: '1958-02-09' } });
    const { callSid } = call.state.facts;
    expect(call.effects).toEqual([{ kind: 'erase-recording', callSid, recordingSid: 'RE' }]);
  });

  it('alone in a number to call back takes it back', () => {
    const call = player({ services: [everyType] }).play('1', '0', '4182345678#', '*', '4182345679#', '1');
    expect(call.effects).toMatchObject([{ kind: 'callback', request: { phone: '+14182345679' } }]);
  });
});

describe('a part that fails', () => {
  it('is asked again where it is: the places ranked and the day chosen before it are kept', () => {
    const ranked = ask('wishes', 'fr', ['3', '8', '8', '8', '1', '1']);
    expect(ranked.state.answers['wishes']).toEqual(['c', 'a']);
    const slot = ask('visit', 'fr', ['2', '02122026#', '02122026#', '02122026#', '03122026#', '1', '1']);
    expect(slot.state.answers['visit']).toEqual({ place: 'south', day: '2026-12-03', time: '09:00' });
  });

  it('of a call with many questions does not make it too long', () => {
    const call = player({ services: [longest], from }).play('1', '2');
    for (let turn = 0; turn < 35; turn += 1) call.play('*', '1');
    call.play('9', '1');
    expect(call.said).toMatch(/Voici ce que j'ai noté/);
  });
});

/** Thirty-five questions, each answered by one key. */
const longest = compile(
  serviceDefinition.parse({
    ...everyType.definition,
    questions: Array.from({ length: 35 }, (_, index) => ({
      key: `q${index}`,
      type: 'yes-no',
      label: { fr: `Question ${index}`, en: `Question ${index}` },
    })),
  }),
);

describe('an address file', () => {
  const addresses = {
    hasPostalCode: (code: string) => code === 'G1R 4S9' || code === 'H1R 4S9',
    find: (code: string, civic: string) =>
      code === 'G1R 4S9' && civic === '12'
        ? [{ street: 'rue Saint-Jean', municipality: 'Québec', province: 'QC' }]
        : [],
  };
  const one = { ...addresses, hasPostalCode: (code: string) => code === 'G1R 4S9' };
  const home = {
    street: '12, rue Saint-Jean',
    municipality: 'Québec',
    province: 'QC',
    postalCode: 'G1R 4S9',
  };
  const at = (...moves: string[]) =>
    player({ services: [only('home')], from, addresses: one }).play('1', '2', ...moves);

  it('takes the code and the number of the building in one entry, and the address it finds by one key', () => {
    expect(at().said).toMatch(/ajouter tout de suite le numéro de l'immeuble/);
    expect(at('41747912#', '1').state.answers['home']).toEqual(home);
    expect(at('417479#').said).toMatch(/Code postal : G 1 R, 4 S 9\. Composez le numéro de l'immeuble/);
    expect(at('417479#', '12#', '1').state.answers['home']).toEqual(home);
    expect(at('411734749#').said).toMatch(/Code postal : G 1 R, 4 S 9/);
  });

  it('lets a caller from elsewhere key a code that it does not hold, and asks which it is', () => {
    expect(at('417478#').said).toMatch(/lettre\?.*Pour G comme/);
    expect(at('411734748#').said).toMatch(/Pour G 1 R, 4 S 8, faites le 1/);
  });

  it('records the street where the address found is another, or none is found', () => {
    for (const moves of [
      ['41747912#', '3'],
      ['417479#', '14#'],
    ])
      expect(at(...moves).result.listen).toMatchObject({ kind: 'record' });
    expect(at('41747912#', '3', 'r').state.answers['home']).toEqual({
      ...pending,
      keyed: { postalCode: 'G1R 4S9', civic: '12' },
    });
  });

  it('turns six keys and a civic number into a whole address without a recording', () => {
    const call = player({ services: [only('home')], from, addresses }).play('1', '2', '417479#', '1', '12#');
    expect(call.said).toMatch(/J'ai trouvé : 12, rue Saint-Jean, Québec, G 1 R, 4 S 9/);
    call.play('2', '4#', '1');
    expect(call.state.answers['home']).toEqual({
      street: '12, rue Saint-Jean',
      unit: '4',
      municipality: 'Québec',
      province: 'QC',
      postalCode: 'G1R 4S9',
    });
  });
});
