import type { Question } from '@guichet/catalogue';
import { promptsOf, startCall } from '@guichet/channels/phone';
import { newId } from '@guichet/kernel';
import { afterAll, describe, expect, it } from 'vitest';
import { promptSecondsMax } from '../../infra/cli/preview/phone/prompt-warnings.ts';
import { speechSeconds } from '../../infra/cli/preview/phone/speech-seconds.ts';
import { type PackRow, packRows, today } from './whole-pack.ts';

const services = packRows().map(({ service }) => service);

describe('the greeting', () => {
  it.each(['Ville de Saint-Rémi', 'Ville de Val-d’Or', undefined])(
    'of %s is over within eight seconds',
    (name) => {
      const deskName = name === undefined ? {} : { deskName: { fr: name, en: name } };
      const deps = { services, newEvidenceId: () => newId<'evidence'>(), ...deskName };
      const { say } = startCall({ callSid: `CA${'1'.repeat(32)}`, today: '2026-11-24' }, deps);
      expect(speechSeconds(say.map(({ text }) => text).join(' '), false)).toBeLessThanOrEqual(8);
    },
  );
});

/**
 * How many first prompts of the shipped pack are longer than they should be, of each type, at most.
 *
 * What is left is the pack's own: statements to accept, what documents are wanted, long names of options.
 */
const longMax: Partial<Record<Question['type'], number>> = {
  address: 12,
  choice: 121,
  choices: 1,
  consent: 69,
  date: 20,
  file: 58,
  information: 22,
  ranking: 12,
  slot: 1,
  'yes-no': 1,
};

const isInForce = ({ service: { definition } }: PackRow) =>
  services.every(
    (other) => other.definition.code !== definition.code || other.definition.version <= definition.version,
  );

describe(`first prompts over ${promptSecondsMax} seconds`, () => {
  // What a caller hears today: a version that another took over from is heard by whoever began with it alone.
  const prompts = packRows()
    .filter(isInForce)
    .flatMap(({ service, language }) =>
      promptsOf(service.questions, language, today).map(({ key, say }) => ({
        type: typeOf(service.questions, key),
        seconds: speechSeconds(say.join(' '), false),
      })),
    );
  const types = [...new Set(prompts.map(({ type }) => type))].toSorted();
  const lines = [['type', 'first prompts', 'over 12 s', 'longest, s'].join('\t')];

  it.each(types)('of type %s are no more than they were', (type) => {
    const of = prompts.filter((prompt) => prompt.type === type);
    const long = of.filter(({ seconds }) => seconds > promptSecondsMax).length;
    const longest = Math.max(...of.map(({ seconds }) => seconds));
    lines.push([type, of.length, long, longest.toFixed(1)].join('\t'));
    expect(long).toBeLessThanOrEqual(longMax[type] ?? 0);
  });

  afterAll(() => {
    const long = prompts.filter(({ seconds }) => seconds > promptSecondsMax).length;
    console.log([...lines, ['all', prompts.length, long].join('\t')].join('\n'));
  });
});

function typeOf(questions: readonly Question[], path: string): Question['type'] {
  const [key, , member] = path.split('.');
  const question = questions.find((one) => one.key === key);
  const found =
    question?.type === 'group' && member !== undefined
      ? question.questions.find((one) => one.key === member)
      : question;
  if (found === undefined) throw new Error(`no question ${path}`);
  return found.type;
}
