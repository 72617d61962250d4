import { type AwaitedNews, instantOn, type ServiceShelf, type TaskRow } from '@guichet/casework';
import { formatReference, type Language } from '@guichet/kernel';
import { StatusTag, Table, words } from '@guichet/pages';
import { DueSign } from '../frame/due-sign.tsx';
import { serviceName } from '../frame/service-name.ts';
import { waited } from '../frame/waited.ts';
import { questionOf } from './task-question.ts';
import { type Told, ToldNotice } from './told.tsx';

/** Tasks that staff put on a case themselves, and mark there. */
const marked = new Set<TaskRow['kind']>(['missing-document', 'follow-up', 'own']);

export interface TasksPageProps {
  language: Language;
  catalogue: ServiceShelf;
  now: Date;
  tasks: TaskRow[];
  awaited: AwaitedNews[];
  told?: Told | undefined;
}

/** Draws the recordings to type and the calls to return, longest first, and the news awaited from other bodies. */
export function TasksPage({ language, catalogue, now, tasks, awaited, told }: TasksPageProps) {
  const { desk, stations, work } = words(language);
  const recordings = tasks.filter(({ kind, isUnheard }) => kind === 'transcription' && !isUnheard);
  const calls = tasks.filter(({ kind, isUnheard }) => kind === 'call-back' || isUnheard);
  const addresses = tasks.filter(({ kind, reference }) => kind === 'address' && reference !== null);
  const onCases = tasks.filter(({ kind, reference }) => marked.has(kind) && reference !== null);
  const columns = [
    { label: desk.queue.reference },
    { label: desk.queue.service },
    { label: stations.transcription.question },
    { label: work.tasks.since, numeric: true },
  ];
  const rowOf = (task: TaskRow) => ({
    href: `/tasks/${task.id}`,
    cells: [
      task.reference === null ? (
        work.tasks.noReference
      ) : (
        <span class="code">{formatReference(task.reference)}</span>
      ),
      serviceName(catalogue, task.serviceCode, language, task.serviceVersion ?? undefined),
      <>
        {questionOf(catalogue, task)?.question.label[language] ?? ''}{' '}
        {task.evidenceId !== null && !task.isStored ? (
          <StatusTag tone="warning">{work.case.notStored}</StatusTag>
        ) : null}{' '}
        {task.isOpenElsewhere ? (
          <StatusTag tone="info">{stations.transcription.openElsewhere}</StatusTag>
        ) : null}
      </>,
      waited(task.createdAt, now, language),
    ],
  });
  return (
    <>
      <h1>{work.tasks.title}</h1>
      <p class="quiet">{work.tasks.lead}</p>
      {told === undefined ? null : <ToldNotice told={told} language={language} />}
      <div data-poll>
        <h2>
          {stations.transcription.title} <span class="count">{recordings.length}</span>
        </h2>
        <Table
          caption={stations.transcription.title}
          captionHidden
          empty={stations.transcription.none}
          columns={columns}
          rows={recordings.map(rowOf)}
        />
        <h2>
          {work.tasks.callBacks} <span class="count">{calls.length}</span>
        </h2>
        <Table
          caption={work.tasks.callBacks}
          captionHidden
          empty={work.tasks.noCallBacks}
          columns={columns}
          rows={calls.map(rowOf)}
        />
        <h2>
          {work.print.address.task} <span class="count">{addresses.length}</span>
        </h2>
        <Table
          caption={work.print.address.task}
          captionHidden
          empty={work.print.address.noTasks}
          columns={columns.filter(({ label }) => label !== stations.transcription.question)}
          rows={addresses.map((task) => ({
            href: `/cases/${task.reference}/address`,
            cells: rowOf(task).cells.filter((_, at) => at !== 2),
          }))}
        />
        <h2>
          {work.caseTasks.listed} <span class="count">{onCases.length}</span>
        </h2>
        <Table
          caption={work.caseTasks.listed}
          captionHidden
          empty={work.caseTasks.noneListed}
          columns={[
            ...columns.filter(({ label }) => label !== stations.transcription.question),
            { label: work.caseTasks.what },
          ]}
          rows={onCases.map((task) => ({
            href: task.kind === 'follow-up' ? `/tasks/${task.id}` : `/cases/${task.reference}#tasks`,
            cells: [
              ...rowOf(task).cells.filter((_, at) => at !== 2),
              <>
                {work.caseTasks.kinds[task.kind]}{' '}
                {task.dueOn === null ? null : (
                  <DueSign dueAt={endOfDay(task.dueOn)} now={now} language={language} />
                )}
              </>,
            ],
          }))}
        />
        <h2>
          {work.referrals.awaited} <span class="count">{awaited.length}</span>
        </h2>
        <Table
          caption={work.referrals.awaited}
          captionHidden
          empty={work.referrals.noneAwaited}
          columns={[
            { label: desk.queue.reference },
            { label: desk.queue.service },
            { label: work.referrals.body },
            { label: work.referrals.due },
          ]}
          rows={awaited.map((news) => ({
            href: `/cases/${news.reference}`,
            cells: [
              <span class="code">{formatReference(news.reference)}</span>,
              serviceName(catalogue, news.serviceCode, language, news.serviceVersion),
              bodyOf(catalogue, news)?.[language] ?? news.referral,
              <DueSign dueAt={news.newsDueAt} now={now} language={language} />,
            ],
          }))}
        />
      </div>
    </>
  );
}

/** A task due on a day is late once it is over, on the desk's clock. */
const endOfDay = (day: string): Date => instantOn(day, 23, 59);

function bodyOf(catalogue: ServiceShelf, { serviceCode, serviceVersion, referral }: AwaitedNews) {
  const { referrals = [] } = catalogue.find(serviceCode, serviceVersion)?.definition ?? {};
  return referrals.find(({ key }) => key === referral)?.to;
}
