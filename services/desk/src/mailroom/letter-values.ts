import type { Letter } from '@guichet/casework';
import {
  type Answers,
  type AnswerValue,
  type CompiledService,
  type FormValues,
  formValues,
} from '@guichet/catalogue';
import { counterScreen } from '@guichet/channels/counter';
import type { Language } from '@guichet/kernel';

/** Reads what the machine proposes into answers; what the definition refuses is left for a person. */
export function proposedAnswers(
  service: CompiledService,
  letter: Pick<Letter, 'answers'>,
  today: string,
): Answers {
  const answers: Answers = {};
  for (const question of service.questions) {
    const raw = letter.answers[question.key];
    if (raw === undefined || question.type === 'information') continue;
    const parsed = service.parseAnswer(question, raw, { today, answers });
    if (parsed.ok && parsed.value !== undefined) answers[question.key] = parsed.value;
  }
  return answers;
}

/** Writes what the machine proposes into the controls of the screen, right or wrong: a person sees what it saw. */
export function proposedValues(
  service: CompiledService,
  letter: Pick<Letter, 'answers'>,
  options: { language: Language; today: string },
): FormValues {
  const answers = proposedAnswers(service, letter, options.today);
  const values: FormValues = { ...counterScreen(service, answers, options).values };
  for (const question of service.questions) {
    const raw = letter.answers[question.key];
    if (raw === undefined || raw === null || answers[question.key] !== undefined) continue;
    if (typeof raw === 'string') values[question.key] = raw;
    else if (typeof raw === 'object' && isControls(raw))
      Object.assign(values, formValues(question, raw as AnswerValue, options.language));
  }
  return values;
}

function isControls(raw: object): boolean {
  return Object.values(raw).every((part) => part !== null && part !== undefined);
}
