import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { checkTwiml, twimlTable } from '../../../../../tests/support/call/twiml-check.ts';
import { hangUp, spokenApology, spokenFarewell, spokenMoment } from './spoken-apology.ts';
import { toTwiml } from './to-twiml.ts';

const types = readFileSync(
  createRequire(import.meta.url)
    .resolve('twilio')
    .replace(/lib\/index\.js$/, 'lib/twiml/VoiceResponse.d.ts'),
  'utf8',
);
const options = {
  language: 'fr',
  slow: false,
  turn: 3,
  actionPath: '/phone/voice',
  recordingPath: '/phone/recording',
} as const;

/** The attributes that twilio's own types give a verb of the first level. */
function attributesOf(verb: string): string[] {
  const body = new RegExp(`interface ${verb}Attributes \\{([^}]*)\\}`).exec(types)?.[1] ?? '';
  return [...body.matchAll(/^\s+(\w+)\?:/gm)].map(([, name = '']) => name);
}

describe('the check of documents', () => {
  it.each(Object.keys(twimlTable).filter((verb) => verb !== 'Hangup'))(
    'knows no attribute of %s that twilio does not',
    (verb) => {
      const known = attributesOf(verb);
      expect(known.length).toBeGreaterThan(0);
      expect(known).toEqual(expect.arrayContaining([...(twimlTable[verb] ?? [])]));
    },
  );

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
    ['a hole in the words', `<Response>${say.replace('Bonjour', 'undefined')}<Hangup/></Response>`],
    ['a voice of another language', `<Response>${say.replace('fr-CA', 'en-CA')}<Hangup/></Response>`],
    ['verbs after the end', `<Response><Hangup/>${say}</Response>`],
  ])('refuses %s', (_name, document) => {
    expect(checkTwiml(document)).not.toEqual([]);
  });
});

describe('documents', () => {
  it('speaks only voices and languages that twilio knows', () => {
    for (const name of ['Polly.Gabrielle-Neural', 'Polly.Joanna-Neural', 'fr-CA', 'en-CA', 'en-US']) {
      expect(types).toContain(`"${name}"`);
    }
  });

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
