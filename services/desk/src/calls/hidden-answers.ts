import {
  type Answers,
  type CompiledService,
  entriesName,
  type FormValues,
  type PostedForm,
} from '@guichet/catalogue';
import { counterScreen } from '@guichet/channels/counter';
import type { Language } from '@guichet/kernel';

/** Names the questions whose answers are not shown while someone goes on with the request. */
export function hiddenKeys(service: CompiledService, answers: Answers): string[] {
  return Object.keys(answers).filter((key) => service.sensitivityOf.get(key) === 'sensitive');
}

/** Fills a posted form with the answers that its page did not show, where nothing was typed instead. */
export function fillHidden(
  service: CompiledService,
  form: PostedForm,
  answers: Answers,
  options: { language: Language; today: string },
): PostedForm {
  const filled: Record<string, unknown> = { ...form };
  for (const key of hiddenKeys(service, answers)) {
    const value = answers[key];
    const isTyped = Object.entries(form).some(([name, typed]) => isOf(key, name) && !isBlank(typed));
    if (value === undefined || isTyped) continue;
    const { values } = counterScreen(service, { [key]: value }, options);
    for (const [name, held] of Object.entries(values)) {
      if (isOf(key, name) || name === entriesName(key)) filled[name] = held;
    }
  }
  return filled;
}

/** Leaves the hidden answers out of what a page shows. */
export function withoutHidden(values: FormValues, hidden: readonly string[]): FormValues {
  const isHidden = (name: string) => hidden.some((key) => isOf(key, name) || name === entriesName(key));
  return Object.fromEntries(Object.entries(values).filter(([name]) => !isHidden(name)));
}

function isOf(key: string, name: string): boolean {
  return name === key || name.startsWith(`${key}.`);
}

function isBlank(value: unknown): boolean {
  return Array.isArray(value) ? value.every(isBlank) : value === '' || value === undefined;
}
