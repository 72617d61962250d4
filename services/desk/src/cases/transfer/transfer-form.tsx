import { Button, words } from '@guichet/pages';
import { LabelledSelect } from '../../frame/labelled-select.tsx';
import { SeenField } from '../lock/seen-field.tsx';
import { CaseForm } from '../frame/case-form.tsx';
import type { CaseView } from '../frame/case-view.ts';
import { DayLine } from '../frame/day-line.tsx';
import { WordsField } from '../frame/words-field.tsx';

/** Draws what gives a case to another team, with why and when to look again; closed until asked for. */
export function TransferForm(view: CaseView) {
  const { file, language, problem, teams = [] } = view;
  const { transfer } = words(language).work;
  const refused = problem?.form === 'transfer' ? problem : undefined;
  const typed = refused?.typed ?? {};
  const others = teams.filter(({ code }) => code !== file.team);
  return (
    <CaseForm
      view={view}
      title={transfer.title}
      path="transfer"
      shortcut="assign"
      isRefused={refused !== undefined}
    >
      <SeenField file={file} />
      <div class="field">
        <LabelledSelect
          id="transfer-team"
          name="team"
          label={transfer.team}
          options={others.map(({ code, name }) => ({ value: code, name: name[language] }))}
          chosen={typed['team']}
        />
      </div>
      <WordsField
        id="transfer-reason"
        name="reason"
        label={transfer.reason}
        rows={3}
        max={1000}
        problem={refused}
      />
      <DayLine id="transfer-follow" name="followUpOn" label={transfer.followUp} value={typed['followUpOn']} />
      <p class="help">{transfer.hint}</p>
      <Button kind="secondary">{transfer.submit}</Button>
    </CaseForm>
  );
}
