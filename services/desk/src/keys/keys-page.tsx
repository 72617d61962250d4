import type { Language, TaskId } from '@guichet/kernel';
import { Button, ErrorSummary, type FieldProblem, Notice, QuestionForm, words } from '@guichet/pages';
import { deskAssetPaths } from '../frame/desk-assets.ts';
import {
  type KeyChoice,
  keyModes,
  type Pedal,
  pedalKeys,
  pedals,
  type StationTool,
  stationTools,
} from './key-choice.ts';
import { keyName } from './key-name.ts';

export interface KeysPageProps {
  language: Language;
  csrf: string;
  choice: KeyChoice;
  /** Pedals and tools whose key another of them has. */
  twice: readonly (Pedal | StationTool)[];
  /** The recording that the person comes from and goes back to. */
  task?: TaskId;
  told?: boolean;
}

/** Draws the choice of the desk's keys: which work, and which key each pedal has. */
export function KeysPage({ language, csrf, choice, twice, task, told = false }: KeysPageProps) {
  const { desk, stations, work } = words(language);
  const { keys } = desk;
  const names = { ...stations.transcription.pedals, ...work.station.tools };
  const chosen = { ...choice.pedals, ...choice.station };
  const twiceWords = (name: Pedal | StationTool) => keys.twice(keyName(chosen[name], language), names[name]);
  const problems: FieldProblem[] = twice.map((name) => ({ path: name, message: twiceWords(name) }));
  const lists = (group: readonly (Pedal | StationTool)[]) =>
    group.map((name) => (
      <div class={twice.includes(name) ? 'field field-wrong' : 'field'}>
        <label class="label" for={`key-${name}`}>
          {names[name]}
        </label>
        {twice.includes(name) ? (
          <p class="error" id={`key-${name}-error`}>
            {twiceWords(name)}
          </p>
        ) : null}
        <select
          class="input"
          id={`key-${name}`}
          name={name}
          data-press
          aria-invalid={twice.includes(name) ? 'true' : undefined}
          aria-describedby={twice.includes(name) ? `key-${name}-error` : undefined}
        >
          <option value="">{keys.none}</option>
          {pedalKeys.map((key) => (
            <option value={key} selected={key === chosen[name]}>
              {keyName(key, language)}
            </option>
          ))}
        </select>
      </div>
    ));
  return (
    <>
      <ErrorSummary language={language} problems={problems} hrefOf={({ path }) => `#key-${path}`} />
      {told ? (
        <Notice language={language} kind="success">
          {keys.kept}
        </Notice>
      ) : null}
      <h1>{keys.title}</h1>
      <p class="lead">{keys.lead}</p>
      <QuestionForm action="/keys" csrf={csrf} dense>
        {task === undefined ? null : <input type="hidden" name="task" value={task} />}
        <fieldset class="field">
          <legend class="label">{keys.which}</legend>
          <div class="options">
            {keyModes.map((mode) => (
              <div class="option">
                <input
                  type="radio"
                  id={`mode-${mode}`}
                  name="mode"
                  value={mode}
                  checked={mode === choice.mode}
                />
                <label for={`mode-${mode}`}>{keys.modes[mode]}</label>
              </div>
            ))}
          </div>
        </fieldset>
        <fieldset class="field">
          <legend class="label">{keys.pedals}</legend>
          <p class="help">{keys.pedalsHint}</p>
          <p class="help" data-press-hint hidden>
            {keys.pressHint}
          </p>
          {lists(pedals)}
        </fieldset>
        <fieldset class="field">
          <legend class="label">{keys.station}</legend>
          <p class="help">{keys.stationHint}</p>
          {lists(stationTools)}
        </fieldset>
        <p class="row-buttons">
          <Button>{keys.keep}</Button>
          <Button kind="secondary" name="_usual" value="yes">
            {keys.usual}
          </Button>
        </p>
      </QuestionForm>
      <script type="module" src={deskAssetPaths.keys}></script>
    </>
  );
}
