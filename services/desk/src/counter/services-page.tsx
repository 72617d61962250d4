import type { ServiceShelf } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { ErrorSummary, words } from '@guichet/pages';
import { ResumeForm, type ResumeFormProps, resumeQuestions } from './resume-form.tsx';

export interface ServicesPageProps extends ResumeFormProps {
  language: Language;
  catalogue: Pick<ServiceShelf, 'services'>;
}

/** Draws what a person at the counter may ask for: a request set aside to take up, or a service, one link each; those not taken say why. */
export function ServicesPage({ catalogue, ...resume }: ServicesPageProps) {
  const { language } = resume;
  const { stations, work } = words(language);
  const byName = catalogue.services.toSorted((a, b) =>
    a.definition.name[language].localeCompare(b.definition.name[language], language),
  );
  return (
    <>
      <ErrorSummary language={language} problems={resume.problems} questions={resumeQuestions} />
      <h1>{stations.counter.title}</h1>
      <p class="lead">{stations.counter.lead}</p>
      <ResumeForm {...resume} />
      <h2>{stations.counter.pick}</h2>
      <ul class="counter-services">
        {byName.map(({ definition }) => {
          const closed = definition.channels.counter;
          return (
            <li data-row={closed ? undefined : ''}>
              {closed ? (
                definition.name[language]
              ) : (
                <a href={`/counter/${definition.code}`}>{definition.name[language]}</a>
              )}
              <p class="quiet">
                {closed ? `${work.counter.notHere} ${closed.except[language]}` : definition.summary[language]}
              </p>
            </li>
          );
        })}
      </ul>
    </>
  );
}
