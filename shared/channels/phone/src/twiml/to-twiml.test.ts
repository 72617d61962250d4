import { describe, expect, it } from 'vitest';
import { checkTwiml, portable } from '../../../../../tests/support/call/twiml-check.ts';
import { readTwimlTypes } from '../../../../../tests/support/call/twiml-types.ts';
import { hangUp, spokenApology, spokenFarewell, spokenMoment } from './spoken-apology.ts';
import { toTwiml } from './to-twiml.ts';

const types = readTwimlTypes();
const options = {
  language: 'fr',
  slow: false,
  turn: 3,
  actionPath: '/phone/voice',
  recordingPath: '/phone/recording',
} as const;

describe('the types of the twilio package', () => {
  it('hold no less than the check was written against', () => {
    expect(types.elements.size).toBeGreaterThanOrEqual(59);
    expect(types.voices.size).toBeGreaterThanOrEqual(900);
    expect(types.sayLanguages.size).toBeGreaterThanOrEqual(69);
    expect(types.gatherLanguages.size).toBeGreaterThanOrEqual(130);
    expect(types.elements.get('VoiceResponse')?.children.size).toBeGreaterThanOrEqual(20);
    expect(types.elements.get('Gather')?.attributes.size).toBeGreaterThanOrEqual(18);
  });

  it.each(Object.entries(portable))('know %s and the attributes we allow it', (verb, attributes) => {
    const type = types.elements.get(verb === 'prosody' ? 'SsmlProsody' : verb);
    expect([...(type?.attributes.keys() ?? [])]).toEqual(expect.arrayContaining([...attributes]));
  });

  it('know our voices and the languages we speak and hear', () => {
    expect([...types.voices]).toEqual(
      expect.arrayContaining(['Polly.Gabrielle-Neural', 'Polly.Joanna-Neural']),
    );
    expect([...types.sayLanguages]).toEqual(expect.arrayContaining(['fr-CA', 'en-US']));
    expect([...types.gatherLanguages]).toEqual(expect.arrayContaining(['fr-CA', 'en-CA']));
  });
});

describe('the check of documents', () => {
  const say = '<Say voice="Polly.Gabrielle-Neural" language="fr-CA">Bonjour</Say>';
  const on = '<Redirect method="POST">/phone/voice?t=3</Redirect>';
  const gather = (more: string, inside = say) =>
    `<Gather input="dtmf" action="/phone/voice?t=3" timeout="7" finishOnKey="#" ${more}>${inside}</Gather>`;
  const empty = 'actionOnEmptyResult="true"';
  it('passes a document without a fault', () => {
    expect(checkTwiml(`<Response>${gather(empty)}${on}</Response>`)).toEqual([]);
  });
  it.each([
    ['nothing at all', ''],
    ['no verb', '<Response/>'],
    ['another root', `<Reply>${say}<Hangup/></Reply>`],
    ['an open element', `<Response>${say}`],
    ['no way on', `<Response>${say}</Response>`],
    ['a gather that silence does not leave', `<Response>${gather('')}${on}</Response>`],
    ['a gather without a redirect', `<Response>${gather(empty)}<Hangup/></Response>`],
    ['a pause inside a gather', `<Response>${gather(empty, `${say}<Pause length="1"/>`)}${on}</Response>`],
    ['an attribute of no verb', `<Response>${gather(`${empty} barge="true"`)}${on}</Response>`],
    [
      'an answer in the address',
      `<Response>${say}<Redirect>/phone/voice?t=3&amp;a=oui</Redirect></Response>`,
    ],
    ['a verb that only Twilio knows', '<Response><Pay/><Hangup/></Response>'],
    ['a verb where it does not stand', `<Response><Number>+14185550100</Number>${on}</Response>`],
    [
      'a word the attribute does not take',
      `<Response>${gather(empty).replace('"dtmf"', '"keys"')}${on}</Response>`,
    ],
    ['a number in words', `<Response>${gather(empty).replace('"7"', '"seven"')}${on}</Response>`],
    ['a language nobody hears', `<Response>${gather(`${empty} language="fr-QC"`)}${on}</Response>`],
    [
      'a transfer without a way on',
      '<Response><Dial timeout="30" action="/phone/voice?t=3"><Number>+14185550100</Number></Dial><Hangup/></Response>',
    ],
    [
      'a transfer abroad',
      `<Response><Dial timeout="30" action="/phone/voice?t=3"><Number>+33123456789</Number></Dial>${on}</Response>`,
    ],
    ['a hole in the words', `<Response>${say.replace('Bonjour', 'undefined')}<Hangup/></Response>`],
    ['a voice of another language', `<Response>${say.replace('fr-CA', 'en-CA')}<Hangup/></Response>`],
    ['verbs after the end', `<Response><Hangup/>${say}</Response>`],
  ])('refuses %s', (_name, document) => {
    expect(checkTwiml(document)).not.toEqual([]);
  });
});

describe('documents', () => {
  it('those for bad days have a way on as well', () => {
    const paths = { actionPath: '/phone/voice', recordingPath: '/phone/recording' };
    const documents = [
      spokenApology(paths),
      spokenFarewell(true),
      spokenFarewell(false),
      spokenMoment('/phone/voice?t=2'),
      hangUp(),
    ];
    for (const document of documents) expect(checkTwiml(document)).toEqual([]);
  });

  it('what is said can hold anything, and a text too long for one Say is parted', () => {
    const texts = ['<Say> & "guillemets"', `${'mot '.repeat(3000)}fin`, 'caractère\u0000interdit', '👩🏽‍🌾'];
    const document = toTwiml({ say: texts.map((text) => ({ text })), listen: { kind: 'none' } }, options);
    expect(checkTwiml(document)).toEqual([]);
    expect(document).toContain('fin</Say>');
  });
});
