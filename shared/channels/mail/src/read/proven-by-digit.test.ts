import { type CompiledService, compile, serviceDefinition } from '@guichet/catalogue';
import { beforeAll, expect, it } from 'vitest';
import { opinionPoll } from '../../../../../tests/support/paper/index.ts';
import type { FieldDoubt, FieldReading } from './field-reading.ts';
import { liftByCheckDigit } from './proven-by-digit.ts';
import type { QuestionReading } from './read-questions.ts';

const identifier = (key: string, check: 'luhn' | 'none') => ({
  key,
  type: 'identifier',
  label: { fr: 'Numéro', en: 'Number' },
  pattern: '[0-9]{9}',
  example: '046454286',
  check,
  sensitivity: 'sensitive',
  purpose: { fr: 'Pour vérifier.', en: 'To check.' },
});
let compiled: CompiledService;

beforeAll(() => {
  const { computed: _, fee: __, referrals: ___, ...definition } = opinionPoll.definition;
  compiled = compile(
    serviceDefinition.parse({
      ...definition,
      questions: [identifier('insured', 'luhn'), identifier('file', 'none')],
    }),
  );
});

function lifted(key: string, doubts: FieldDoubt[], raw: string | undefined = '046454286') {
  const question: QuestionReading = { key, raw, confidence: 0.9, doubts: [...doubts], problems: [] };
  const crop = { page: 1, x: 0, y: 0, width: 1, height: 1 };
  const field: FieldReading = { path: key, kind: 'comb', raw, confidence: 0.9, doubts: [...doubts], crop };
  if (raw === '046454287') question.problems = [{ path: key, code: 'check' } as never];
  liftByCheckDigit(compiled, [question], [field]);
  return [question.doubts, field.doubts];
}

it.each([
  ['a check digit that holds proves a hand', 'insured', ['by-hand'], '046454286', []],
  ['one that does not hold proves nothing', 'insured', ['by-hand'], '046454287', ['by-hand']],
  ['no check digit proves nothing', 'file', ['by-hand'], '046454286', ['by-hand']],
  [
    'readers who differ stay in doubt',
    'insured',
    ['readings-differ', 'by-hand'],
    '046454286',
    ['readings-differ', 'by-hand'],
  ],
] as const)('%s', (_, key, doubts, raw, left) => {
  expect(lifted(key, [...doubts], raw)).toEqual([left, left]);
});
