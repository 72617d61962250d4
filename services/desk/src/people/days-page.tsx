import type { CalendarDay } from '@guichet/casework';
import type { PostedForm } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { Button, CsrfField, type FieldProblem, formatDay, Table, words } from '@guichet/pages';
import { FormErrors } from '../frame/form-problem.tsx';
import { MarkButton } from '../frame/mark-button.tsx';
import { TextLine } from '../frame/text-line.tsx';
import { textOf } from '../frame/text-of.ts';

export interface DaysPageProps {
  language: Language;
  csrf: string;
  days: readonly CalendarDay[];
  /** What was typed, where it was refused. */
  form: PostedForm;
  problem?: FieldProblem | undefined;
}

/** Draws the days to come on which the body does otherwise than usual, and the form that adds one. */
export function DaysPage({ language, csrf, days: all, form, problem }: DaysPageProps) {
  const { days } = words(language).work.people;
  return (
    <>
      <FormErrors language={language} problem={problem} />
      <h1>{days.title}</h1>
      <p class="quiet">{days.lead}</p>
      <form method="post" action="/supervisor/days" class="form form-dense">
        <CsrfField token={csrf} />
        <TextLine id="day" label={days.day} value={textOf(form, 'day')} problem={problem} />
        <div class="field">
          <label class="label" for="open">
            {days.what}
          </label>
          <select class="input" id="open" name="open">
            <option value="no">{days.closed}</option>
            <option value="yes" selected={textOf(form, 'open') === 'yes'}>
              {days.open}
            </option>
          </select>
        </div>
        <TextLine id="why" label={days.why} value={textOf(form, 'why')} max={120} problem={problem} />
        <Button>{days.add}</Button>
      </form>
      <Table
        caption={days.list}
        empty={days.list}
        stacked
        columns={[{ label: days.list }, { label: days.what }, { label: days.why }, { label: days.withdraw }]}
        rows={all.map(({ day, isOpen, own }) => ({
          cells: [
            formatDay(day, language),
            isOpen ? days.open : days.closed,
            own ? days.saidBy(own.name, own.by) : days.usual,
            own ? (
              <MarkButton
                action={`/supervisor/days/${own.id}/withdrawal`}
                csrf={csrf}
                label={days.withdraw}
                of={formatDay(day, language)}
              />
            ) : (
              ''
            ),
          ],
        }))}
      />
    </>
  );
}
