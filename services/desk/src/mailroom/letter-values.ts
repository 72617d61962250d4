import type { Letter } from '@guichet/casework';
import {
  type Answers,
  type AnswerValue,
  type CompiledService,
  fieldName,
  type FormValues,
  formValues,
  postedEntries,
} from '@guichet/catalogue';
import { counterScreen, encodeForm } from '@guichet/channels/counter';
import type { Language } from '@guichet/kernel';
import { regionShown } from '@guichet/pages';

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
  const refused: FormValues = {};
  for (const question of service.questions) {
    const raw = letter.answers[question.key];
    if (raw === undefined || raw === null || answers[question.key] !== undefined) continue;
    if (typeof raw === 'string') refused[question.key] = raw;
    else if (typeof raw === 'object' && isControls(raw))
      Object.assign(refused, formValues(question, raw as AnswerValue, options.language));
  }
  return {
    ...counterScreen(service, answers, options).values,
    ...encodeForm(service, refused, options.language),
  };
}

/** Fills in what the screen shows of itself, a province or a region of an address: a form sent untouched holds it. */
export function shownValues(service: CompiledService, values: FormValues): FormValues {
  const shown = { ...values };
  for (const name of addressNames(service, values))
    for (const [part, value] of Object.entries(regionShown(values, name)))
      shown[fieldName(name, part)] = value;
  return shown;
}

function addressNames(service: CompiledService, values: FormValues): string[] {
  return service.questions.flatMap((question) => {
    if (question.type === 'address') return [question.key];
    if (question.type !== 'group') return [];
    const members = question.questions.filter(({ type }) => type === 'address');
    return Array.from({ length: postedEntries(question, values) }, (_, index) =>
      members.map(({ key }) => fieldName(question.key, index, key)),
    ).flat();
  });
}

function isControls(raw: object): boolean {
  return Object.values(raw).every((part) => part !== null && part !== undefined);
}
