import { parseTwiml, type Verb } from './parse-twiml.ts';
import { type AttributeType, readTwimlTypes } from './twiml-types.ts';

/**
 * The elements that platforms which speak TwiML take as well, with the attributes each may carry: we use no others.
 *
 * Source: Somleng's and jambonz's TwiML references, and twilio's own types, which a test holds this against
 */
export const portable: Readonly<Record<string, readonly string[]>> = {
  Say: ['voice', 'language', 'loop'],
  Gather: [
    'input',
    'action',
    'method',
    'timeout',
    'finishOnKey',
    'numDigits',
    'actionOnEmptyResult',
    'language',
    'hints',
    'speechTimeout',
  ],
  Record: [
    'action',
    'method',
    'maxLength',
    'timeout',
    'finishOnKey',
    'playBeep',
    'trim',
    'recordingStatusCallback',
    'recordingStatusCallbackMethod',
  ],
  Dial: ['action', 'method', 'timeout', 'timeLimit', 'callerId', 'answerOnBridge', 'sequential'],
  Number: [],
  Redirect: ['method'],
  Pause: ['length'],
  Hangup: [],
  prosody: ['rate'],
};

const types = readTwimlTypes();
/** The language each voice of ours speaks: a voice reads words of another language with a strong accent. */
const ourVoices = new Map([
  ['Polly.Gabrielle-Neural', 'fr-CA'],
  ['Polly.Joanna-Neural', 'en-US'],
]);
const speechLanguages = ['fr-CA', 'en-CA'];

/** Lists what is wrong with a voice document: verbs, attributes, nesting, length, and above all a way on. */
export function checkTwiml(document: string): string[] {
  let verbs: Verb[];
  try {
    verbs = parseTwiml(document);
  } catch (error) {
    return [error instanceof Error ? error.message : 'not TwiML'];
  }
  const problems: string[] = [];
  if (document.length > 64_000) problems.push('longer than 64 kB');
  if (verbs.length === 0) problems.push('an empty document hangs up without a word');
  for (const verb of verbs) problems.push(...checkVerb(verb, 'VoiceResponse'));
  return [...problems, ...checkWayOn(verbs)];
}

/** Holds an element against the package's types first, then against what is portable and what we want of it. */
function checkVerb(verb: Verb, parent: string): string[] {
  const type = types.elements.get(types.elements.get(parent)?.children.get(verb.name) ?? '');
  if (type === undefined) return [`${verb.name} does not stand in ${parent}`];
  const allowed = portable[verb.name];
  if (allowed === undefined) return [`${verb.name} is not portable`];
  const problems = Object.entries(verb.attributes).flatMap(([name, value]) => {
    const attribute = type.attributes.get(name);
    if (attribute === undefined) return [`${verb.name} has no attribute ${name}`];
    if (!allowed.includes(name)) return [`${name} of ${verb.name} is not portable`];
    return fits(attribute, value) ? [] : [`${name} of ${verb.name} can't be ${value}`];
  });
  const own = types.elements.get(parent)?.children.get(verb.name) ?? '';
  problems.push(...verb.children.flatMap((child) => checkVerb(child, own)));
  switch (verb.name) {
    case 'Say':
      return [...problems, ...checkSay(verb)];
    case 'Gather':
      if (verb.children.some(({ name }) => name === 'Pause')) problems.push('Pause inside Gather');
      return [...problems, ...checkGather(verb)];
    case 'Record':
      if (!isAction(verb.attributes['action'])) problems.push('Record without a proper action');
      if (!between(verb.attributes['maxLength'], 1, 14_400)) problems.push('Record without a bounded length');
      return problems;
    case 'Dial':
      // Without an action a call goes on with what follows.
      if (verb.attributes['action'] !== undefined && !isAction(verb.attributes['action']))
        problems.push('Dial without a proper action');
      if (!between(verb.attributes['timeout'], 5, 120)) problems.push('Dial that rings without end');
      return problems;
    case 'Number':
      if (!/^\+1[2-9]\d{9}$/.test(verb.text)) problems.push('Number that is none of ours');
      return problems;
    case 'Redirect':
      if (!isAction(verb.text)) problems.push(`Redirect to ${verb.text || 'nowhere'}`);
      return problems;
    default:
      return problems;
  }
}

function fits(type: AttributeType, value: string): boolean {
  switch (type.kind) {
    case 'number':
      return /^\d+$/.test(value);
    case 'boolean':
      return value === 'true' || value === 'false';
    case 'one-of':
      return type.values.has(value);
    case 'list-of':
      return value.split(' ').every((word) => type.values.has(word));
    case 'text':
      return true;
  }
}

function checkSay(say: Verb): string[] {
  const problems: string[] = [];
  const voice = say.attributes['voice'] ?? '';
  const language = ourVoices.get(voice);
  if (language === undefined || language !== say.attributes['language'])
    problems.push(`voice ${voice} with ${say.attributes['language']}`);
  if (say.text.length === 0) problems.push('Say without words');
  if (say.text.length > 4096) problems.push('Say longer than 4,096 characters');
  if (/undefined|null|NaN|\[object/.test(say.text)) problems.push(`Say with a hole in it: ${say.text}`);
  return problems;
}

function checkGather({ attributes }: Verb): string[] {
  const problems: string[] = [];
  if (!isAction(attributes['action'])) problems.push('Gather without a proper action');
  if (attributes['actionOnEmptyResult'] !== 'true') problems.push('Gather that silence does not leave');
  if (!/^dtmf( speech)?$/.test(attributes['input'] ?? '')) problems.push('Gather that takes no keys');
  if (attributes['finishOnKey'] !== '#') problems.push('Gather that pound does not end');
  if (!between(attributes['timeout'], 3, 60)) problems.push('Gather with a hurried or endless timeout');
  const speech = attributes['input']?.includes('speech') ?? false;
  if (speech && !speechLanguages.includes(attributes['language'] ?? ''))
    problems.push('speech in no language of ours');
  return problems;
}

/** Silence, a recording of nothing and the end of the words each lead somewhere, and nothing follows the end. */
function checkWayOn(verbs: readonly Verb[]): string[] {
  const problems: string[] = [];
  const last = verbs.at(-1)?.name;
  if (last !== 'Redirect' && last !== 'Hangup') problems.push(`no way on after ${last ?? 'nothing'}`);
  for (const [index, { name }] of verbs.entries()) {
    if (
      (name === 'Gather' ||
        name === 'Record' ||
        (name === 'Dial' && verbs[index]?.attributes['action'] !== undefined)) &&
      verbs[index + 1]?.name !== 'Redirect'
    ) {
      problems.push(`${name} without a Redirect after it`);
    }
    if ((name === 'Redirect' || name === 'Hangup') && index < verbs.length - 1)
      problems.push(`verbs after ${name}`);
  }
  return problems;
}

/** An address of ours that carries a turn number and nothing else. */
function isAction(url: string | undefined): boolean {
  return /^\/[a-z/-]*\?t=(\d{1,4}|message)$/.test(url ?? '');
}

function between(value: string | undefined, min: number, max: number): boolean {
  return value !== undefined && /^\d+$/.test(value) && Number(value) >= min && Number(value) <= max;
}
