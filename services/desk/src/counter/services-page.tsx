import type { CounterRow, DeskLine, ServiceShelf, VisitFile } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { ErrorSummary, Notice, words } from '@guichet/pages';
import { FindForm, type FindTyped } from './line/find-form.tsx';
import { HandPanel } from './line/hand-panel.tsx';
import { LineAside, LineTools } from './line/line-aside.tsx';
import { SeatBar, SeatPanel } from './line/seat-panel.tsx';
import { ResumeForm, type ResumeFormProps, resumeQuestions } from './resume-form.tsx';

export interface ServicesPageProps extends ResumeFormProps {
  language: Language;
  catalogue: Pick<ServiceShelf, 'services'>;
  now: Date;
  /** Undefined while the clerk sits at no counter. */
  line: DeskLine | undefined;
  visit: VisitFile | undefined;
  counters: readonly CounterRow[];
  priorityMinutes: number;
  manages: boolean;
  find: FindTyped | undefined;
  told: string | undefined;
}

/** Draws the counter: the line and who is at the counter, or the counters to take; a request set aside; and every service. */
export function ServicesPage(props: ServicesPageProps) {
  const { language, csrf, line, told, manages } = props;
  const { stations, work } = words(language);
  return (
    <>
      <ErrorSummary language={language} problems={props.problems} questions={resumeQuestions} />
      <div class="page-head">
        <h1>{stations.counter.title}</h1>
        {line ? <SeatBar language={language} csrf={csrf} counter={line.counter} /> : null}
      </div>
      {told === undefined ? null : <Notice language={language}>{told}</Notice>}
      {line ? <AtCounter {...props} line={line} /> : <AtNoCounter {...props} />}
      <ResumeForm {...props} />
      {manages ? (
        <p class="row-links">
          <a href="/supervisor/counters">{work.visits.seat.manage}</a>
        </p>
      ) : null}
      {line ? (
        <details class="details fold">
          <summary>{work.visits.line.allServices}</summary>
          <Services {...props} />
        </details>
      ) : (
        <>
          <h2>{stations.counter.pick}</h2>
          <Services {...props} />
        </>
      )}
    </>
  );
}

function AtCounter(props: ServicesPageProps & { line: DeskLine }) {
  const { language, csrf, line, catalogue, now, priorityMinutes } = props;
  const services = openServices(props);
  const nameOf = (code: string | null) =>
    catalogue.services.find(({ definition }) => definition.code === code)?.definition.name[language] ??
    code ??
    '';
  return (
    <div class="desk-columns line-columns">
      <div>
        <HandPanel
          language={language}
          csrf={csrf}
          line={line}
          visit={props.visit}
          services={services}
          nameOf={nameOf}
          typed={props.find}
        />
        <LineTools language={language} csrf={csrf} line={line} />
      </div>
      <LineAside language={language} csrf={csrf} line={line} now={now} priorityMinutes={priorityMinutes} />
    </div>
  );
}

function AtNoCounter(props: ServicesPageProps) {
  const { language, csrf, counters, find } = props;
  const { stations } = words(language);
  return (
    <>
      <p class="lead">{stations.counter.lead}</p>
      <SeatPanel language={language} csrf={csrf} counters={counters} />
      <FindForm
        language={language}
        csrf={csrf}
        services={openServices(props)}
        typed={find}
        isServing
        autofocus={find !== undefined}
      />
    </>
  );
}

function openServices({ catalogue }: Pick<ServicesPageProps, 'catalogue'>) {
  return catalogue.services.filter(({ definition }) => !definition.channels.counter);
}

/** One link a service; those that the counter does not take say why. */
function Services({ catalogue, language }: ServicesPageProps) {
  const { work } = words(language);
  const byName = catalogue.services.toSorted((a, b) =>
    a.definition.name[language].localeCompare(b.definition.name[language], language),
  );
  return (
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
  );
}
