import { duplicateOutcome, type FieldChange } from '@guichet/casework';
import { type AnswerValue, type CompiledService, formatAnswer } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { formatDay, words } from '@guichet/pages';

/** One field that changed, in words. */
export interface ChangeInWords {
  field: string;
  before: string;
  after: string;
}

/** Says what changed of a case field by field; sensitive answers only that they did. */
export function changeWords(
  { field, before, after }: FieldChange,
  service: CompiledService | undefined,
  language: Language,
): ChangeInWords {
  const { lock, case: file, timeline, caseTasks, links } = words(language).work;
  const [kind = '', rest = ''] = splitOnce(field);
  const shown = (write: (value: AnswerValue) => string) => ({
    before: before === null ? lock.nothing : write(before),
    after: after === null ? lock.nothing : write(after),
  });
  const said = (value: AnswerValue): string => (typeof value === 'string' ? value : JSON.stringify(value));
  switch (kind) {
    case 'answer': {
      const question = service?.question(rest);
      const isHidden = service === undefined || service.sensitivityOf.get(rest) === 'sensitive';
      return {
        field: question?.label[language] ?? rest,
        ...shown((value) =>
          isHidden ? lock.hidden : question ? formatAnswer(question, value, language) : said(value),
        ),
      };
    }
    case 'due':
      return { field: lock.fields.due, ...shown((value) => formatDay(new Date(said(value)), language)) };
    case 'waits':
      return { field: lock.fields.waits, ...shown((value) => (value === true ? lock.yes : lock.no)) };
    case 'outcome':
    case 'proposed':
      return {
        field: lock.fields[kind],
        ...shown((value) =>
          value === duplicateOutcome
            ? links.duplicateOf
            : (service?.definition.outcomes.find(({ key }) => key === value)?.label[language] ?? said(value)),
        ),
      };
    case 'reply':
      return { field: lock.fields.reply, ...shown(said) };
    case 'note':
      return { field: timeline.note, ...shown(said) };
    case 'task': {
      const kinds: Readonly<Record<string, string>> = caseTasks.kinds;
      const [of = ''] = said(after ?? before ?? '').split(':');
      return {
        field: timeline.taskAdded(kinds[of] ?? of),
        ...shown((value) => (said(value).endsWith(':done') ? caseTasks.done : caseTasks.title)),
      };
    }
    case 'link':
      return {
        field: links.title,
        ...shown((value) => (value === 'related' ? links.asRelated : said(value))),
      };
    case 'team':
    case 'heldBy':
      return { field: lock.fields[kind], ...shown(said) };
    default:
      return { field: file.back, ...shown(said) };
  }
}

function splitOnce(field: string): [string, string] {
  const at = field.indexOf('.');
  return at < 0 ? [field, ''] : [field.slice(0, at), field.slice(at + 1)];
}
