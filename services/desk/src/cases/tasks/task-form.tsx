import { addedKinds } from '@guichet/casework';
import { newId } from '@guichet/kernel';
import { Button, words } from '@guichet/pages';
import { CaseForm } from '../frame/case-form.tsx';
import type { CaseView } from '../frame/case-view.ts';
import { Choices } from '../frame/choices.tsx';
import { DayLine } from '../frame/day-line.tsx';
import { WordsField } from '../frame/words-field.tsx';

/** Draws what puts a task on a case; closed until asked for. */
export function TaskForm(view: CaseView) {
  const { file, service, language, problem } = view;
  const { caseTasks, case: said } = words(language).work;
  const ways: Readonly<Record<string, string>> = words(language).desk.case.replyWay;
  const refused = problem?.form === 'task' ? problem : undefined;
  const typed = refused?.typed ?? {};
  const mayAsk = file.replyWay !== 'none' && file.closure === null;
  const mayWait = mayAsk && service?.definition.clocks.pauseWhenWaitingForPerson && file.pausedAt === null;
  const kinds = addedKinds.filter((one) => one !== 'missing-document' || file.closure === null);
  return (
    <CaseForm
      view={view}
      title={caseTasks.add}
      path="tasks"
      isRefused={refused !== undefined}
      class="task-form"
    >
      <input type="hidden" name="key" value={newId()} />
      <Choices
        name="kind"
        legend={caseTasks.kind}
        options={kinds.map((one) => [one, caseTasks.kinds[one]])}
        chosen={typed['kind'] ?? 'own'}
      />
      <WordsField
        id="task-words"
        name="words"
        label={caseTasks.words}
        hint={`${caseTasks.wordsHint} ${said.inLanguage[file.language]}`}
        rows={3}
        max={1000}
        problem={refused}
      />
      {mayAsk ? (
        <div class="only-missing">
          <Box
            name="ask"
            label={caseTasks.ask(ways[file.replyWay] ?? file.replyWay)}
            checked={refused ? typed['ask'] === 'yes' : true}
          />
          {mayWait ? <Box name="waits" label={caseTasks.waits} checked={typed['waits'] === 'yes'} /> : null}
        </div>
      ) : null}
      <DayLine id="task-due" name="dueOn" label={caseTasks.due} value={typed['dueOn']} />
      <Button kind="secondary">{caseTasks.submit}</Button>
    </CaseForm>
  );
}

function Box({ name, label, checked }: { name: string; label: string; checked: boolean }) {
  return (
    <div class="option">
      <input type="checkbox" id={`task-${name}`} name={name} value="yes" checked={checked} />
      <label for={`task-${name}`}>{label}</label>
    </div>
  );
}
