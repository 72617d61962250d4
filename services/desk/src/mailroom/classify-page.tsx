import type { Letter, NamedCase, ServiceShelf } from '@guichet/casework';
import type { SuggestedService } from '@guichet/channels/mail';
import { foldWord, type Language } from '@guichet/kernel';
import { ErrorSummary, type FieldProblem, Notice, words } from '@guichet/pages';
import { serviceName } from '../frame/service-name.ts';
import { JoinCase } from './join-case.tsx';
import { LetterParts } from './letter-parts.tsx';
import { LetterTexts } from './letter-texts.tsx';
import { NamedCases } from './named-cases.tsx';
import { PagePictures } from './page-pictures.tsx';
import { SetAsideForm, type SetAsideTyped } from './set-aside-form.tsx';
import { SuggestionsFound } from './suggestions-found.tsx';

export interface ClassifyPageProps {
  language: Language;
  csrf: string;
  letter: Letter;
  catalogue: ServiceShelf;
  /** Cases of ours that its text names. */
  named: readonly NamedCase[];
  /** Services that its words point to, the likeliest first. */
  suggested: readonly SuggestedService[];
  /** Words that a person looks for a service by. */
  search: string;
  told?: string;
  problems?: readonly FieldProblem[];
  /** The case number a person typed. */
  typed?: string | undefined;
  aside?: SetAsideTyped | undefined;
}

const suggestedMax = 5;

/** Draws a letter without a code: its pictures, and beside them the cases and services it may be for, with why. */
export function ClassifyPage(props: ClassifyPageProps) {
  const { language, csrf, letter, told, problems = [] } = props;
  const { stations } = words(language);
  return (
    <>
      <a class="back" href="/mailroom">
        {stations.mailroom.title}
      </a>
      <ErrorSummary language={language} problems={problems} hrefOf={({ path }) => `#q-${path}`} />
      {told === undefined ? null : (
        <Notice language={language} kind="success">
          {told}
        </Notice>
      )}
      <h1>{stations.mailroom.classifyTitle}</h1>
      <div class="verify">
        <PagePictures letter={letter} language={language} />
        <div>
          <NamedCases {...props} />
          <Candidates {...props} />
          <SuggestedServices {...props} />
          <AllServices {...props} />
          <JoinCase language={language} csrf={csrf} letter={letter} problems={problems} typed={props.typed} />
          <SetAsideForm
            language={language}
            csrf={csrf}
            letter={letter}
            problems={problems}
            typed={props.aside}
          />
          <LetterParts language={language} csrf={csrf} letter={letter} />
          <SuggestionsFound letter={letter} language={language} />
          <LetterTexts letter={letter} language={language} />
        </div>
      </div>
    </>
  );
}

/** A page whose code can't be read may still look like one of our forms. */
function Candidates({ language, letter, catalogue }: ClassifyPageProps) {
  const { free, case: caseWords } = words(language).work;
  const codes = [...new Map((letter.candidates ?? []).map((one) => [one.service, one])).values()];
  if (codes.length === 0) return null;
  return (
    <section aria-labelledby="candidates">
      <h2 id="candidates">{free.candidates}</h2>
      <ul class="counter-services">
        {codes.map(({ service, page }) => (
          <li data-row="">
            <a href={`/mailroom/letters/${letter.id}?service=${service}`}>
              {serviceName(catalogue, service, language)}
            </a>
            <p class="quiet">{caseWords.page(page)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SuggestedServices({ language, letter, suggested, catalogue }: ClassifyPageProps) {
  const { free } = words(language).work;
  return (
    <section aria-labelledby="suggested">
      <h2 id="suggested">{free.suggestedServices}</h2>
      {suggested.length === 0 ? <p class="quiet">{free.noSuggestion}</p> : null}
      <ul class="counter-services">
        {suggested.slice(0, suggestedMax).map(({ code, words: because }) => (
          <li data-row="">
            <a href={`/mailroom/letters/${letter.id}?service=${code}`}>
              {serviceName(catalogue, code, language)}
            </a>
            <p class="quiet">{free.because(because.map(free.quoted).join(', '), because.length)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function AllServices({ language, letter, catalogue, search }: ClassifyPageProps) {
  const { free } = words(language).work;
  const wanted = foldWord(search).split(/\s+/).filter(Boolean);
  const found = catalogue.services
    .map(({ definition }) => definition)
    .filter(({ name, summary, keywords }) => {
      const said = foldWord([name[language], summary[language], ...(keywords?.[language] ?? [])].join(' '));
      return wanted.every((word) => said.includes(word));
    })
    .toSorted((a, b) => a.name[language].localeCompare(b.name[language], language));
  return (
    <details class="all-services" open={search !== ''}>
      <summary>{free.allServices}</summary>
      <form method="get" action={`/mailroom/letters/${letter.id}`} role="search" class="search-row">
        <label class="label" for="q-search">
          {free.searchServices}
        </label>
        <input class="input" type="search" id="q-search" name="search" value={search} autocomplete="off" />
        <button class="button button-secondary" type="submit">
          {free.searchSubmit}
        </button>
      </form>
      {found.length === 0 ? <p>{free.noService}</p> : null}
      <ul class="counter-services">
        {found.map(({ code, name, summary }) => (
          <li>
            <a href={`/mailroom/letters/${letter.id}?service=${code}`}>{name[language]}</a>
            <p class="quiet">{summary[language]}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
