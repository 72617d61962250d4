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
import {
  type FieldReading,
  isField,
  type LayoutField,
  layoutForm,
  readQuestions,
} from '@guichet/channels/mail';
import { answerQuestion, nextKey, questionPage } from '@guichet/channels/web';
import type { Language } from '@guichet/kernel';
import { type FieldValues, fieldValues } from '../support/paper/field-values.ts';
import { today } from './whole-pack.ts';

/** What a door made of a person who had these answers in mind. */
export interface Given {
  /** The questions asked, in order. */
  asked: string[];
  answers: Answers;
}

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

/** Fills the paper form field by field, and reads it as a machine that mistakes no letter: what is tested is the form, not the eye. */
export function paperOf(service: CompiledService, language: Language): (wanted: Answers) => Given {
  const layout = layoutForm(service, language, {
    organisation: 'Ville',
    returnAddress: ['1, rue Principale'],
    serial: '0000000000',
    sign: () => '0',
  });
  const fields = layout.pages.flatMap((page) => page.items.filter(isField));
  return (wanted) => {
    const values = fieldValues(service, wanted);
    const readings = readQuestions(
      service,
      layout,
      fields.map((field) => seen(field, values)),
      today,
    );
    const raw = Object.fromEntries(
      readings.flatMap(({ key, raw: one }) => (one === undefined ? [] : [[key, one]])),
    );
    const stored = service.parse(raw, { today });
    if (!stored.ok) throw new Error(JSON.stringify([stored.problems, raw]));
    return { asked: service.visible(stored.value).map(({ key }) => key), answers: stored.value };
  };
}

function seen(field: LayoutField, values: FieldValues): FieldReading {
  const value = values.get(field.path);
  const sure = {
    path: field.path,
    confidence: 1,
    doubts: [],
    crop: { page: 1, x: 0, y: 0, width: 1, height: 1 },
  };
  if (field.kind === 'check')
    return {
      ...sure,
      kind: 'check',
      option: field.option,
      raw: value?.includes(field.option) ? true : undefined,
    };
  if (value === undefined || Array.isArray(value)) return { ...sure, kind: field.kind, raw: undefined };
  return { ...sure, kind: field.kind, raw: field.kind === 'comb' ? inCells(field, value) : value };
}

/** Figures stand against their decimal mark, all else at the left. */
function inCells(field: Extract<LayoutField, { kind: 'comb' }>, value: string): string {
  if (field.shape !== 'number' && field.shape !== 'money') return value.padEnd(field.cells.length);
  const [whole = '', part = ''] = value.split('.');
  return whole.padStart(field.cells.length - field.decimals) + part.padEnd(field.decimals);
}

/** Writes what a person wants to answer into the controls of a question; an empty group shows no entry. */
function filled(question: Question, wanted: Answers, language: Language): FormValues {
  const answer = wanted[question.key];
  const values = formValues(question, answer, language);
  const empty =
    question.type === 'group' && (answer === undefined || (isEntries(answer) && answer.length === 0));
  return empty ? { ...values, [`_entries.${fieldName(question.key)}`]: '0' } : values;
}
