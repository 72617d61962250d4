import { Button, CsrfField, words } from '@guichet/pages';
import { SeenField } from '../lock/seen-field.tsx';
import type { CaseView } from '../frame/case-view.ts';
import { WordsField } from '../frame/words-field.tsx';

/** Draws what gives a case to another team, with why and when to look again; closed until asked for. */
export function TransferForm({ file, language, csrf, problem, teams = [] }: CaseView) {
  const { transfer } = words(language).work;
  const refused = problem?.form === 'transfer' ? problem : undefined;
  const typed = refused?.typed ?? {};
  return (
    <details class="details fold" open={refused !== undefined}>
      <summary>{transfer.title}</summary>
      <form method="post" action={`/cases/${file.reference}/transfer`} class="form form-dense">
        <CsrfField token={csrf} />
        <SeenField file={file} />
        <div class="field">
          <label class="label" for="transfer-team">
            {transfer.team}
          </label>
          <select class="input" id="transfer-team" name="team">
            {teams
              .filter(({ code }) => code !== file.team)
              .map(({ code, name }) => (
                <option value={code} selected={typed['team'] === code}>
                  {name[language]}
                </option>
              ))}
          </select>
        </div>
        <WordsField
          id="transfer-reason"
          name="reason"
          label={transfer.reason}
          rows={3}
          max={1000}
          value={refused?.text}
          refused={refused?.message}
        />
        <div class="field">
          <label class="label" for="transfer-follow">
            {transfer.followUp}
          </label>
          <input
            class="input input-short"
            type="date"
            id="transfer-follow"
            name="followUpOn"
            value={typed['followUpOn']}
          />
        </div>
        <p class="help">{transfer.hint}</p>
        <Button kind="secondary">{transfer.submit}</Button>
      </form>
    </details>
  );
}
