import { placeholders, type TeamRow, type Template, type TemplateProblem } from '@guichet/casework';
import type { CompiledService } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { Button, CsrfField, Notice, words } from '@guichet/pages';
import { WordsField } from '../../cases/frame/words-field.tsx';

export interface TemplateTyped {
  /** The version it was changed from. */
  from: number;
  nameFr: string;
  nameEn: string;
  /** `service`, or `service/outcome`; empty means any. */
  about: string;
  team: string;
  wordsFr: string;
  wordsEn: string;
}

export interface TemplatePageProps {
  language: Language;
  csrf: string;
  action: string;
  services: readonly CompiledService[];
  teams: readonly TeamRow[];
  typed: TemplateTyped;
  message: string | undefined;
  problems: readonly TemplateProblem[];
  /** The version that somebody else saved meanwhile. */
  saved: Template | undefined;
}

/** Draws a template with its French and its English side by side, and what is wrong with either beside it. */
export function TemplatePage(props: TemplatePageProps) {
  const { language, csrf, action, services, teams, typed, message, problems, saved } = props;
  const { templates } = words(language).work;
  const wrong = (of: Language) =>
    problems
      .filter((problem) => problem.language === of)
      .map((problem) => sayProblem(problem, language))
      .join(' ') || undefined;
  return (
    <>
      <a class="back" href="/supervisor/templates">
        {templates.title}
      </a>
      <h1>{typed.nameFr === '' ? templates.add : typed.nameFr}</h1>
      {message === undefined ? null : (
        <Notice language={language} kind="warning">
          {message}
        </Notice>
      )}
      {saved === undefined ? null : (
        <section aria-labelledby="theirs">
          <h2 id="theirs">{templates.theirs(saved.by, saved.version)}</h2>
          <div class="side-by-side">
            <blockquote lang="fr">{saved.words.fr}</blockquote>
            <blockquote lang="en">{saved.words.en}</blockquote>
          </div>
        </section>
      )}
      <form method="post" action={action} class="form form-dense">
        <CsrfField token={csrf} />
        <input type="hidden" name="from" value={String(saved?.version ?? typed.from)} />
        <div class="side-by-side">
          <Name id="nameFr" label={templates.nameFr} value={typed.nameFr} />
          <Name id="nameEn" label={templates.nameEn} value={typed.nameEn} />
        </div>
        <div class="side-by-side">
          <div class="field">
            <label class="label" for="about">
              {templates.about}
            </label>
            <select class="input" id="about" name="about">
              <option value="">{templates.any}</option>
              {services.flatMap(({ definition }) => [
                <option value={definition.code} selected={typed.about === definition.code}>
                  {definition.name[language]}
                </option>,
                ...definition.outcomes.map(({ key, label }) => (
                  <option
                    value={`${definition.code}/${key}`}
                    selected={typed.about === `${definition.code}/${key}`}
                  >
                    {definition.name[language]} – {label[language]}
                  </option>
                )),
              ])}
            </select>
          </div>
          <div class="field">
            <label class="label" for="team">
              {templates.team}
            </label>
            <select class="input" id="team" name="team">
              <option value="">{templates.any}</option>
              {teams.map(({ code, name }) => (
                <option value={code} selected={typed.team === code}>
                  {name[language]}
                </option>
              ))}
            </select>
          </div>
        </div>
        <p class="help">
          {templates.room} {placeholders.map((name) => `{${name}} ${templates.rooms[name]}`).join(', ')}
        </p>
        <div class="side-by-side">
          <WordsField
            id="wordsFr"
            name="wordsFr"
            label={templates.wordsFr}
            rows={12}
            max={4000}
            lang="fr"
            value={typed.wordsFr}
            refused={wrong('fr')}
          />
          <WordsField
            id="wordsEn"
            name="wordsEn"
            label={templates.wordsEn}
            rows={12}
            max={4000}
            lang="en"
            value={typed.wordsEn}
            refused={wrong('en')}
          />
        </div>
        <p class="row-buttons">
          <Button>{templates.save}</Button>
          {typed.from === 0 ? null : (
            <Button kind="danger" name="step" value="withdraw">
              {templates.withdraw}
            </Button>
          )}
        </p>
      </form>
    </>
  );
}

function Name({ id, label, value }: { id: string; label: string; value: string }) {
  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
      </label>
      <input class="input" id={id} name={id} maxlength={120} autocomplete="off" value={value} />
    </div>
  );
}

function sayProblem({ kind, line, text, nearest }: TemplateProblem, language: Language): string {
  const { problems } = words(language).work.templates;
  if (kind === 'empty') return problems.empty;
  if (kind === 'one-language') return problems['one-language'](text);
  const said = problems[kind](line, text);
  return nearest === undefined ? said : `${said} ${problems.nearest(`{${nearest}}`)}`;
}
