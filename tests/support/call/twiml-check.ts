import { parseTwiml, type Verb } from './parse-twiml.ts';

/** The verbs we use, with the attributes each may carry; held against twilio's own types by a test. */
export const twimlTable: Readonly<Record<string, readonly string[]>> = {
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
    'bargeIn',
    'speechModel',
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
  Redirect: ['method'],
  Pause: ['length'],
  Hangup: [],
};

const voices: Readonly<Record<string, string>> = {
  'Polly.Gabrielle-Neural': 'fr-CA',
  'Polly.Joanna-Neural': 'en-US',
};
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
  for (const verb of verbs) problems.push(...checkVerb(verb, 'Response'));
  return [...problems, ...checkWayOn(verbs)];
}

function checkVerb(verb: Verb, parent: string): string[] {
  const allowed = twimlTable[verb.name];
  if (allowed === undefined) return [`${verb.name} is not a verb of ours`];
  const problems = Object.keys(verb.attributes)
    .filter((name) => !allowed.includes(name))
    .map((name) => `${verb.name} has no attribute ${name}`);
  if (parent === 'Gather' && verb.name !== 'Say') problems.push(`${verb.name} inside Gather`);
  switch (verb.name) {
    case 'Say':
      return [...problems, ...checkSay(verb)];
    case 'Gather':
      return [
        ...problems,
        ...checkGather(verb),
        ...verb.children.flatMap((child) => checkVerb(child, 'Gather')),
      ];
    case 'Record':
      if (!isAction(verb.attributes['action'])) problems.push('Record without a proper action');
      if (!between(verb.attributes['maxLength'], 1, 14_400)) problems.push('Record without a bounded length');
      break;
    case 'Redirect':
      if (!isAction(verb.text)) problems.push(`Redirect to ${verb.text || 'nowhere'}`);
      break;
    default:
      break;
  }
  if (verb.children.length > 0) problems.push(`${verb.name} holds elements`);
  return problems;
}

function checkSay(say: Verb): string[] {
  const problems: string[] = [];
  const voice = say.attributes['voice'] ?? '';
  if (voices[voice] !== say.attributes['language'])
    problems.push(`voice ${voice} with ${say.attributes['language']}`);
  if (say.text.length === 0) problems.push('Say without words');
  if (say.text.length > 4096) problems.push('Say longer than 4,096 characters');
  if (/undefined|null|NaN|\[object/.test(say.text)) problems.push(`Say with a hole in it: ${say.text}`);
  const strangers = say.children.filter(({ name }) => name !== 'prosody');
  return [...problems, ...strangers.map(({ name }) => `${name} inside Say`)];
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
    if ((name === 'Gather' || name === 'Record') && verbs[index + 1]?.name !== 'Redirect') {
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
