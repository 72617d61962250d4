import { type CompiledService, compile, type Question, serviceDefinition } from '@guichet/catalogue';
import { type CallDeps, type Input, type StepResult, startCall, step } from '@guichet/channels/phone';
import { type Language, newId } from '@guichet/kernel';
import { everyType } from '../../../shared/channels/phone/samples/every-type.ts';
import { packRows } from '../whole-pack.ts';
import type { Utterance } from './read-utterances.ts';

/** The day of all calls, a Tuesday. */
export const today = '2026-11-24';

/** What a call made of an utterance. */
export interface Heard {
  /** As the answer is kept; undefined when it is asked again. */
  value: string | undefined;
  /** Kept at once, without being read back. */
  kept: boolean;
  /** Where it is read back: whether a yes and a no heard as badly both leave it so, asked again. */
  isAskedAgain?: boolean;
}

const open = { sensitivity: 'open' as const, required: true };
const digits = {
  type: 'identifier',
  alphabet: 'digits',
  check: 'none',
  label: { fr: 'Le numéro?', en: 'The number?' },
};

/** The question of the sample behind a context, and what is changed in it. */
const questions: Record<string, [sample: string, change: object]> = {
  'yes-no': ['agree', {}],
  'date/coming': ['when', {}],
  'date/around': ['late', {}],
  'date/past': ['when', { range: { daysMin: -1096, daysMax: 0 } }],
  'date/birth': ['when', { range: { min: '1915-01-01', daysMax: -6574 } }],
  'number/count': ['count', {}],
  'number/large': ['count', { max: 999_999, unit: { fr: 'personnes', en: 'people' } }],
  'number/weight': ['weight', open],
  'money/price': ['price', { maxCents: 100_000_000 }],
  phone: ['tel', {}],
  'identifier/damm10': [
    'card',
    { ...open, ...digits, pattern: '[0-9]{10}', check: 'damm', example: '1234567894' },
  ],
  'identifier/neq': ['card', { ...open, ...digits, pattern: '[0-9]{10}', example: '1140000000' }],
  'identifier/bin': ['card', { ...open, ...digits, pattern: '[0-9]{4,10}', example: '0048217' }],
  'postal-code': ['home', {}],
  time: ['visit', { places: [{ key: 'hall', label: { fr: 'Comptoir', en: 'Counter' } }] }],
  mark: ['opinion', {}],
};

const pack = new Map(packRows().map(({ service }) => [service.definition.code, service] as const));
const offered = [...pack.values()].filter(({ definition }) => definition.channels.phone === undefined);

/** Finds a choice question of the shipped pack, `service/key`, in a group too. */
export function packQuestion(context: string): Question | undefined {
  const [code = '', key = ''] = context.split('/');
  const all = pack.get(code)?.questions ?? [];
  const member = all.flatMap((question) => (question.type === 'group' ? question.questions : []));
  return [...all, ...member].find((question) => question.key === key);
}

/** Every choice of the shipped pack that may be answered aloud, once for each list of options. */
export function packChoices(): string[] {
  const found = new Map<string, string>();
  for (const [code, service] of pack) {
    const members = service.questions.flatMap((question) =>
      question.type === 'group' ? question.questions : [],
    );
    for (const question of [...service.questions, ...members]) {
      if (question.type !== 'choice' || question.sensitivity === 'sensitive') continue;
      const options = JSON.stringify(question.options);
      if (!found.has(options)) found.set(options, `${code}/${question.key}`);
    }
  }
  return [...found.values()];
}

/** The services on the shipped menu. */
export function packServices(): readonly CompiledService[] {
  return offered;
}

const begun = new Map<string, { turn: StepResult; deps: CallDeps; key: string }>();

/** Says an utterance to a call that waits for it, heard with a confidence, from 0 to 1. */
export function hear({ kind, context, said }: Utterance, language: Language, confidence = 1): Heard {
  const name = context === '-' ? kind : kind === 'choice' ? context : `${kind}/${context}`;
  const at = `${language} ${kind} ${name}`;
  const call = begun.get(at) ?? callAt(kind, name, language);
  begun.set(at, call);
  const speak = (turn: StepResult, text: string) =>
    step(turn.state, { kind: 'speech', text, confidence }, call.deps);
  const turn = speak(call.turn, said);
  const heard = outcome(turn, call.key);
  if (heard.kept || heard.value === undefined) return heard;
  const replies = language === 'fr' ? ['oui', 'non'] : ['yes', 'no'];
  const isAskedAgain = replies.every((reply) => isLeft(turn, speak(turn, reply), call.key));
  return { ...heard, isAskedAgain };
}

/** Whether what was read back is read back once more, after a misunderstanding. */
function isLeft(before: StepResult, after: StepResult, key: string): boolean {
  const [was, is] = [before.state.place, after.state.place];
  if (was.at !== 'ask' || is.at !== 'ask' || after.state.answers[key] !== undefined) return false;
  return is.misses === was.misses + 1 && JSON.stringify(is.sub) === JSON.stringify(was.sub);
}

function callAt(kind: Utterance['kind'], name: string, language: Language) {
  const newEvidenceId = () => newId<'evidence'>();
  const keys = language === 'fr' ? '1' : '2';
  if (kind === 'menu') {
    const deps = { services: offered, newEvidenceId };
    return { turn: pressed(deps, [keys]), deps, key: 'menu' };
  }
  const question = kind === 'choice' ? packQuestion(name) : sampleQuestion(name);
  if (question === undefined) throw new Error(`no question for ${name}`);
  const { when: _when, ...asked } = question;
  const definition = serviceDefinition.parse({
    ...everyType.definition,
    questions: [{ ...asked, required: true }],
  });
  const deps = { services: [compile(definition)], newEvidenceId };
  const before = { phone: ['2'], time: ['03122026#'] }[kind as string] ?? [];
  return { turn: pressed(deps, [keys, '2', ...before]), deps, key: question.key };
}

function sampleQuestion(name: string): Question | undefined {
  const [key = '', change = {}] = questions[name] ?? [];
  const sample = everyType.question(key);
  return sample && ({ ...sample, ...change } as Question);
}

function pressed(deps: CallDeps, keys: readonly string[]): StepResult {
  const facts = { callSid: `CA${'1'.repeat(32)}`, today, from: '+14185550123' };
  return keys.reduce<StepResult>(
    (turn, digits) => step(turn.state, { kind: 'keys', digits } satisfies Input, deps),
    startCall(facts, deps),
  );
}

/** Guarantee: what is neither kept nor read back is asked again. */
function outcome({ state }: StepResult, key: string): Heard {
  if (key === 'menu') return { value: state.service?.code, kept: state.service !== undefined };
  const answer = state.answers[key];
  if (answer !== undefined) return { value: asText(answer), kept: true };
  const { place } = state;
  if (place.at !== 'ask') return { value: undefined, kept: false };
  if (place.sub.step === 'confirm') return { value: asText(place.sub.value), kept: false };
  if (place.sub.step === 'postal-letters') return { value: place.sub.candidates.join(' or '), kept: false };
  return { value: undefined, kept: false };
}

function asText(answer: unknown): string {
  if (answer === true) return 'yes';
  if (answer === false) return 'no';
  return typeof answer === 'object' && answer !== null && 'time' in answer
    ? String(answer.time)
    : String(answer);
}
