import { askedName, type FormValues, type Question } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { Button } from './button.tsx';
import { CounterField, type CounterFieldModel } from './counter-field.tsx';
import type { FieldProblem } from './field-problem.ts';
import { QuestionBlock } from './question-block.tsx';
import { words } from './words.ts';

export interface CounterFieldsProps {
  /** As `counterScreen` derives it. */
  screen: { fields: readonly CounterFieldModel<Question>[]; values: FormValues; asked: string };
  language: Language;
  problems?: readonly FieldProblem[];
}

/** Draws all questions of a counter screen, with the button that draws again those that depend on the answers. */
export function CounterFields({ screen, language, problems = [] }: CounterFieldsProps) {
  const { counter } = words(language).stations;
  return (
    <>
      <input type="hidden" name={askedName()} value={screen.asked} />
      <div class="counter-fields">
        {screen.fields.map((field) => (
          <QuestionBlock field={field}>
            <CounterField {...field} values={screen.values} language={language} problems={problems} />
          </QuestionBlock>
        ))}
      </div>
      <p class="help" id="refresh-hint">
        {counter.refreshHint}
      </p>
      <div class="actions">
        <Button kind="secondary" action={{ do: 'refresh' }}>
          {counter.refresh}
        </Button>
        <Button action={{ do: 'continue' }}>{counter.submit}</Button>
      </div>
    </>
  );
}
