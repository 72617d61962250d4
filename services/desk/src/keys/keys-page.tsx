import type { Language, TaskId } from '@guichet/kernel';
import {
  Button,
  deskActs,
  ErrorSummary,
  type FieldProblem,
  Notice,
  QuestionForm,
  words,
} from '@guichet/pages';
import { deskAssetPaths } from '../frame/desk-assets.ts';
import { type KeyChoice, keyModes, letterKeys, pedalKeys } from './key-choice.ts';
import { KeyLists } from './key-lists.tsx';
import { keyName } from './key-name.ts';
import { letterField } from './letter-field.ts';

export interface KeysPageProps {
  language: Language;
  csrf: string;
  choice: KeyChoice;
  /** Names of the controls whose key another before them has. */
  twice: readonly string[];
  /** The recording that the person comes from and goes back to. */
  task?: TaskId;
  told?: boolean;
}

/** Draws the choice of the desk's keys: which work, and which key does what. */
export function KeysPage({ language, csrf, choice, twice, task, told = false }: KeysPageProps) {
  const { desk, stations, work } = words(language);
  const { keys } = desk;
  const letters = Object.fromEntries(deskActs.map((act) => [letterField(act), capital(keys.does[act])]));
  const names: Readonly<Record<string, string>> = {
    ...letters,
    ...stations.transcription.pedals,
    ...work.station.tools,
  };
  const chosen: Readonly<Record<string, string>> = {
    ...Object.fromEntries(deskActs.map((act) => [letterField(act), choice.letters[act]])),
    ...choice.pedals,
    ...choice.station,
  };
  const problems: FieldProblem[] = twice.map((name) => ({
    path: name,
    message: keys.twice(keyName(chosen[name] ?? '', language), names[name] ?? ''),
  }));
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
          <legend class="label">{keys.letters}</legend>
          <p class="help">{keys.lettersHint}</p>
          <div class="key-lists">
            <KeyLists
              language={language}
              names={letters}
              choices={letterKeys}
              chosen={chosen}
              twice={twice}
            />
          </div>
        </fieldset>
        <fieldset class="field">
          <legend class="label">{keys.pedals}</legend>
          <p class="help">{keys.pedalsHint}</p>
          <KeyLists
            language={language}
            names={stations.transcription.pedals}
            choices={pedalKeys}
            chosen={chosen}
            twice={twice}
          />
        </fieldset>
        <fieldset class="field">
          <legend class="label">{keys.station}</legend>
          <p class="help">{keys.stationHint}</p>
          <KeyLists
            language={language}
            names={work.station.tools}
            choices={pedalKeys}
            chosen={chosen}
            twice={twice}
          />
        </fieldset>
        <p class="help" data-press-hint hidden>
          {keys.pressHint}
        </p>
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

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
