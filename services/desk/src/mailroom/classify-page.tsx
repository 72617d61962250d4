import type { Letter, ServiceShelf } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { ErrorSummary, type FieldProblem, Notice, words } from '@guichet/pages';
import { JoinCase } from './join-case.tsx';
import { SetAside } from './letter-page.tsx';
import { PagePictures } from './page-pictures.tsx';

export interface ClassifyPageProps {
  language: Language;
  csrf: string;
  letter: Letter;
  catalogue: ServiceShelf;
  told?: string;
  problems?: readonly FieldProblem[];
  /** The case number a person typed. */
  typed?: string | undefined;
}

/** Draws a letter without a code beside the services it may ask for. */
export function ClassifyPage({ language, csrf, letter, catalogue, told, ...join }: ClassifyPageProps) {
  const { stations } = words(language);
  const joinCase = <JoinCase language={language} csrf={csrf} letter={letter} {...join} />;
  return (
    <>
      <a class="back" href="/mailroom">
        {stations.mailroom.title}
      </a>
      <ErrorSummary language={language} problems={join.problems ?? []} hrefOf={() => '#q-reference'} />
      {told === undefined ? null : (
        <Notice language={language} kind="success">
          {told}
        </Notice>
      )}
      <h1>{stations.mailroom.classifyTitle}</h1>
      <div class="verify">
        <div>
          {letter.reference === undefined ? null : joinCase}
          <h2>{stations.mailroom.classifyService}</h2>
          <ul class="counter-services">
            {catalogue.services.map(({ definition }) => (
              <li data-row="">
                <a href={`/mailroom/letters/${letter.id}?service=${definition.code}`}>
                  {definition.name[language]}
                </a>
                <p class="quiet">{definition.summary[language]}</p>
              </li>
            ))}
          </ul>
          {letter.reference === undefined ? joinCase : null}
          <SetAside letter={letter} language={language} csrf={csrf} />
        </div>
        <PagePictures letter={letter} language={language} />
      </div>
    </>
  );
}
