import { describe, expect, it } from 'vitest';
import type { Answers } from './answers.ts';
import { answerOf } from './answer-of.ts';
import { compile } from './compile.ts';
import { holdsWhen } from './conditions.ts';
import type { Condition } from './definition.ts';
import { everyType } from './samples/every-type.ts';

const holds = (condition: Condition, answers: Answers): boolean =>
  holdsWhen(condition)((key) => answerOf(answers, key));

describe('a condition', () => {
  it.each<[Condition, Answers, boolean]>([
    [{ is: { question: 'a', value: true } }, { a: true }, true],
    [{ is: { question: 'a', value: true } }, { a: 'true' }, false],
    [{ is: { question: 'a', value: false } }, {}, false],
    [{ is: { question: 'a', value: 'x' } }, { a: ['y', 'x'] }, true],
    [{ is: { question: 'toString', value: 'x' } }, {}, false],
    [{ in: { question: 'a', values: ['x', 'y'] } }, { a: 'y' }, true],
    [{ in: { question: 'a', values: ['x', 'y'] } }, { a: ['z'] }, false],
    [{ in: { question: 'a', values: ['x'] } }, {}, false],
    [{ gte: { question: 'a', value: 3 } }, { a: 3 }, true],
    [{ gte: { question: 'a', value: 3 } }, { a: 2.9 }, false],
    [{ gte: { question: 'a', value: 3 } }, { a: '4' }, false],
    [{ gte: { question: 'a', value: 3 } }, {}, false],
    [{ lte: { question: 'a', value: 3 } }, { a: 3 }, true],
    [{ lte: { question: 'a', value: 3 } }, {}, false],
    [{ lte: { question: 'a', value: '2026-03-01' } }, { a: '2026-02-28' }, true],
    [{ gte: { question: 'a', value: '2026-03-01' } }, { a: '2026-02-28' }, false],
    [{ answered: { question: 'a' } }, { a: false }, true],
    [{ answered: { question: 'a' } }, {}, false],
    [{ not: { is: { question: 'a', value: 1 } } }, {}, true],
    [{ all: [{ answered: { question: 'a' } }, { answered: { question: 'b' } }] }, { a: 1 }, false],
    [{ any: [{ answered: { question: 'a' } }, { answered: { question: 'b' } }] }, { a: 1 }, true],
  ])('%j with %j is %s', (condition, answers, expected) => {
    expect(holds(condition, answers)).toBe(expected);
  });
});

describe('a condition in words', () => {
  const service = compile(everyType);
  it.each<[Condition, string, string]>([
    [
      { is: { question: 'alcohol', value: false } },
      'Si «\u00a0Servirez-vous de l’alcool?\u00a0» est «\u00a0Non\u00a0»',
      'If “Will you serve alcohol?” is “No”',
    ],
    [
      { not: { in: { question: 'facility', values: ['arena', 'pool'] } } },
      'Si «\u00a0Plateau\u00a0» n’est pas «\u00a0Aréna\u00a0» ou «\u00a0Piscine\u00a0»',
      'If “Facility” is not “Arena” or “Pool”',
    ],
    [
      {
        all: [
          { is: { question: 'extras', value: 'pool' } },
          { any: [{ gte: { question: 'people', value: 100 } }, { answered: { question: 'plan' } }] },
        ],
      },
      'Si «\u00a0Autres plateaux\u00a0» contient «\u00a0Piscine\u00a0» et («\u00a0Nombre de personnes\u00a0» est au moins 100\u00a0personnes ou «\u00a0Plan\u00a0» a une réponse)',
      'If “Other facilities” includes “Pool” and (“Number of people” is at least 100\u00a0people or “Plan” has an answer)',
    ],
    [
      {
        not: {
          all: [
            { gte: { question: 'day', value: '2026-03-01' } },
            { lte: { question: 'budget', value: 100_000 } },
          ],
        },
      },
      'Si «\u00a0Date\u00a0» est avant le 1er mars 2026 ou «\u00a0Budget\u00a0» est plus que 1\u00a0000,00\u00a0$',
      'If “Date” is before March 1, 2026 or “Budget” is more than $1,000.00',
    ],
    [
      { lte: { question: 'day', value: '2026-03-12' } },
      'Si «\u00a0Date\u00a0» est au plus tard le 12 mars 2026',
      'If “Date” is on or before March 12, 2026',
    ],
    [
      { is: { question: 'first-aid', value: true } },
      'Si «\u00a0Secouriste?\u00a0» est «\u00a0Oui\u00a0»',
      'If “First aider?” is “Yes”',
    ],
  ])('%j is said in both languages', (condition, fr, en) => {
    expect(service.describeCondition(condition, 'fr')).toBe(fr);
    expect(service.describeCondition(condition, 'en')).toBe(en);
  });
});
