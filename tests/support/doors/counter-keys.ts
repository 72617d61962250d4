import type { Answers, CompiledService, FormValues, MemberQuestion, Question } from '@guichet/catalogue';
import { type CounterField, counterScreen } from '@guichet/channels/counter';
import type { Language } from '@guichet/kernel';

/** A text typed into a field, then the key that leaves it. */
export interface Stroke {
  text: string;
  key: string;
}

/**
 * Gives what a clerk who knows the form by heart types at the counter's screen, from its first field to the last, which sends.
 *
 * Guarantee: nothing depends on what the screen shows meanwhile. Errors: throws for what can't be typed blindly.
 */
export function counterKeys(
  service: CompiledService,
  answers: Answers,
  { language, today }: { language: Language; today: string },
): Stroke[] {
  const screen = counterScreen(service, answers, { language, today });
  return screen.fields.flatMap((field) => strokesOf(field, screen.values));
}

function strokesOf(field: CounterField<Question>, values: FormValues): Stroke[] {
  const { question } = field;
  if (question.type === 'file') return fileStrokes(question, values);
  if (question.type !== 'group') return fieldStrokes(field, values);
  const entries = (field.entries ?? []).map((members) =>
    members.flatMap((member) => fieldStrokes(member, values)),
  );
  return entries.flatMap((strokes, at) => {
    if (at === entries.length - 1) return strokes;
    // Tab stops at the buttons: one that removes each entry, when there are more than needed, then the one that adds.
    const removes = at + 1 > question.min ? [{ text: '', key: 'Tab' }] : [];
    const last = strokes.at(-1);
    return [
      ...strokes.slice(0, -1),
      { text: last?.text ?? '', key: 'Tab' },
      ...removes,
      { text: '', key: 'Enter' },
    ];
  });
}

function fieldStrokes(field: CounterField<Question | MemberQuestion>, values: FormValues): Stroke[] {
  const { question, name } = field;
  const typed = (path: string, key = 'Enter') => ({ text: String(values[path] ?? ''), key });
  if (field.options.length > 0 || question.type === 'date') return [typed(name)];
  switch (question.type) {
    case 'information':
      return [];
    case 'long-text':
      return [typed(name, 'Tab')];
    case 'place':
      return [typed(`${name}.text`)];
    case 'person': {
      const birth = question.birthDate
        ? ['day', 'month', 'year'].map((part) => typed(`${name}.birthDate.${part}`))
        : [];
      return [typed(`${name}.given`), typed(`${name}.family`), ...birth];
    }
    case 'address':
      if (values[`${name}.province`] !== 'QC') throw new Error(`${name} is not in Québec`);
      return [
        ...['street', 'unit', 'municipality'].map((part) => typed(`${name}.${part}`)),
        { text: '', key: 'Enter' },
        typed(`${name}.postalCode`),
      ];
    default:
      return [typed(name)];
  }
}

/** Passes the files over, then goes down the ways to give them later. */
function fileStrokes(question: Extract<Question, { type: 'file' }>, values: FormValues): Stroke[] {
  if (question.later.length === 0) return [{ text: '', key: 'Tab' }];
  const later = String(values[`${question.key}.later`] ?? '');
  const down = question.later.findIndex((way) => way === later) + 1;
  return ['Tab', ...Array.from({ length: down }, () => 'ArrowDown'), 'Enter'].map((key) => ({
    text: '',
    key,
  }));
}
