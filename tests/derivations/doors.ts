import {
  type Answers,
  type CompiledService,
  type FormValues,
  fieldName,
  formValues,
  isEntries,
  type Question,
} from '@guichet/catalogue';
import { counterScreen, readCounterForm } from '@guichet/channels/counter';
import { answerQuestion, nextKey, questionPage } from '@guichet/channels/web';
import type { Language } from '@guichet/kernel';

/** What a door made of a person who had these answers in mind. */
export interface Given {
  /** The questions asked, in order. */
  asked: string[];
  answers: Answers;
}

/** The day of all derivations. */
export const today = '2026-11-23';

/** Walks the web pages as a person does: each page is drawn, its controls filled, and posted. */
export function byWeb(service: CompiledService, wanted: Answers, language: Language): Given {
  let answers: Answers = {};
  const skipped = new Set<string>();
  const asked: string[] = [];
  for (;;) {
    const key = nextKey(service, answers, skipped, asked.at(-1));
    if (key === undefined) return { asked, answers };
    const page = questionPage(service, answers, key, { language, today });
    if (page === undefined) throw new Error(`${key} is next, and has no page`);
    asked.push(key);
    const form = filled(page.question, wanted, language);
    const read = answerQuestion(service, page.question, form, { answers, today });
    if (read.kind === 'answered') answers = service.prune({ ...answers, [key]: read.value });
    else if (read.kind === 'skipped') skipped.add(key);
    else throw new Error(`${key} is ${read.kind}: ${JSON.stringify(read)}`);
  }
}

/** Fills the counter's screen as a clerk does, by codes, drawing it again until nothing more is asked. */
export function byCounter(service: CompiledService, wanted: Answers, language: Language): Given {
  const options = { language, today };
  const screen = counterScreen(service, wanted, options);
  const read = readCounterForm(service, { ...screen.values, _asked: screen.asked }, options);
  if (read.problems.length > 0) throw new Error(JSON.stringify(read.problems));
  const stored = service.parse(read.raw, { today });
  if (!stored.ok) throw new Error(JSON.stringify(stored.problems));
  return { asked: screen.fields.map(({ question }) => question.key), answers: stored.value };
}

/** Writes what a person wants to answer into the controls of a question; an empty group shows no entry. */
function filled(question: Question, wanted: Answers, language: Language): FormValues {
  const answer = wanted[question.key];
  const values = formValues(question, answer, language);
  const empty =
    question.type === 'group' && (answer === undefined || (isEntries(answer) && answer.length === 0));
  return empty ? { ...values, [`_entries.${fieldName(question.key)}`]: '0' } : values;
}
