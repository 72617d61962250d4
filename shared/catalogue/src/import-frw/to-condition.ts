import type { Bilingual } from '@guichet/kernel';
import type { Condition } from '../definition.ts';
import type { KnownAnswer, KnownAnswers, Scope } from './known-answers.ts';
import type { Test } from './read-v-if.ts';

export type ToCondition = { ok: true; condition: Condition } | { ok: false; why: Bilingual };

type Scalar = string | number | boolean | undefined;

/** Makes a condition of what a `v-if` says, or tells why none can say it. */
export function toCondition(test: Test, known: KnownAnswers, scope: Scope): ToCondition {
  const find = (name: string): { answer: KnownAnswer } | { why: ToCondition } => {
    const answer = known.find(name, scope);
    if (answer === undefined)
      return {
        why: known.isHidden(name, scope)
          ? no(`\`${name}\` est rempli par un script`, `\`${name}\` is filled by a script`)
          : no(`\`${name}\` n’est pas une question posée avant`, `\`${name}\` is no question asked before`),
      };
    if (answer.group !== undefined && answer.group !== scope.repeated)
      return { why: no(`\`${name}\` est dans une liste`, `\`${name}\` is inside a list`) };
    return { answer };
  };

  const make = (node: Test): ToCondition => {
    switch (node.kind) {
      case 'all':
      case 'any': {
        const parts = node.parts.map(make);
        const failed = parts.find((part) => !part.ok);
        if (failed) return failed;
        const conditions = parts.flatMap((part) => (part.ok ? [part.condition] : []));
        return yes(node.kind === 'all' ? { all: conditions } : { any: conditions });
      }
      case 'not': {
        const part = make(node.part);
        return part.ok ? yes({ not: part.condition }) : part;
      }
      case 'answer': {
        const found = find(node.name);
        return 'why' in found ? found.why : yes({ answered: { question: found.answer.question.key } });
      }
      case 'length':
        return make({ kind: 'answer', name: node.of });
      case 'includes':
        return includes(node.in, node.what);
      case 'compare':
        return compare(node);
      default:
        return no('c’est une valeur, non une réponse', 'it is a value, not an answer');
    }
  };

  const compare = ({ operator, left, right }: Extract<Test, { kind: 'compare' }>): ToCondition => {
    if (left.kind === 'literal' && right.kind !== 'literal')
      return compare({ kind: 'compare', operator: turned[operator], left: right, right: left });
    if (right.kind !== 'literal') return no('deux réponses sont comparées', 'two answers are compared');
    if (left.kind === 'length') return ofLength(left.of, operator, right.value);
    if (left.kind !== 'answer') return no('un calcul est comparé', 'a calculation is compared');
    const found = find(left.name);
    if ('why' in found) return found.why;
    const { answer } = found;
    if (operator === '==' || operator === '!=') {
      const held = equals(answer, right.value);
      return held.ok && operator === '!=' ? yes({ not: held.condition }) : held;
    }
    return ordered(answer, operator, right.value);
  };

  const ofLength = (name: string, operator: string, value: Scalar): ToCondition => {
    const some = make({ kind: 'answer', name });
    if (!some.ok) return some;
    const any = (operator === '>' || operator === '!=') && value === 0;
    if (any || (operator === '>=' && value === 1)) return some;
    if ((operator === '==' && value === 0) || (operator === '<' && value === 1))
      return yes({ not: some.condition });
    return no('le nombre de réponses est compté', 'the number of answers is counted');
  };

  const includes = (inside: Test, what: Test): ToCondition => {
    if (inside.kind === 'list' && what.kind === 'answer')
      return make({
        kind: 'any',
        parts: inside.values.map((value) => ({
          kind: 'compare',
          operator: '==',
          left: what,
          right: { kind: 'literal', value },
        })),
      });
    if (inside.kind !== 'answer' || what.kind !== 'literal')
      return no('`includes` porte sur un calcul', '`includes` is on a calculation');
    const found = find(inside.name);
    if ('why' in found) return found.why;
    const { type } = found.answer.question;
    if (type === 'choice' || type === 'choices') return equals(found.answer, what.value);
    return no('une partie d’un texte est cherchée', 'a part of a text is looked for');
  };

  return make(test);
}

function equals({ question, options }: KnownAnswer, value: Scalar): ToCondition {
  const { key, type } = question;
  if (value === undefined || value === '') return yes({ not: { answered: { question: key } } });
  switch (type) {
    case 'yes-no':
    case 'consent':
    case 'choice':
    case 'choices': {
      const option = options.get(String(value).toLowerCase());
      if (option !== undefined) return yes({ is: { question: key, value: option } });
      return no(`\`${value}\` n’est pas un de ses choix`, `\`${value}\` is not one of its options`);
    }
    case 'text':
    case 'long-text':
      return yes({ is: { question: key, value: String(value) } });
    case 'number':
    case 'money': {
      const amount = type === 'money' ? Math.round(Number(value) * 100) : Number(value);
      if (Number.isFinite(amount)) return yes({ is: { question: key, value: amount } });
      return no(`\`${value}\` n’est pas un nombre`, `\`${value}\` is not a number`);
    }
    default:
      return no('ce type de réponse ne se compare pas', 'this type of answer has no comparison');
  }
}

function ordered({ question }: KnownAnswer, operator: '>=' | '<=' | '>' | '<', value: Scalar): ToCondition {
  const { key, type } = question;
  const amount = type === 'money' ? Math.round(Number(value) * 100) : Number(value);
  if ((type !== 'number' && type !== 'money') || !Number.isFinite(amount))
    return no('ce type de réponse n’a pas d’ordre', 'this type of answer has no order');
  const at = { question: key, value: amount };
  if (operator === '>=') return yes({ gte: at });
  if (operator === '<=') return yes({ lte: at });
  // No answer is neither above nor below: the contrary alone would hold for it.
  const beyond: Condition = operator === '>' ? { not: { lte: at } } : { not: { gte: at } };
  return yes({ all: [{ answered: { question: key } }, beyond] });
}

const turned = { '==': '==', '!=': '!=', '>=': '<=', '<=': '>=', '>': '<', '<': '>' } as const;
const yes = (condition: Condition): ToCondition => ({ ok: true, condition });
const no = (fr: string, en: string): ToCondition => ({ ok: false, why: { fr, en } });
