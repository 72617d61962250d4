import type { ProposalRow, QueueRow, QueueView, ServiceShelf, StaffNotice } from '@guichet/casework';
import { formatReference, type Language } from '@guichet/kernel';
import { CsrfField, Notice, Table, words } from '@guichet/pages';
import { DueSign } from '../frame/due-sign.tsx';
import { serviceName } from '../frame/service-name.ts';
import { ProposalsSection } from './proposals-section.tsx';
import { waited } from '../frame/waited.ts';
import { Notices } from '../next/notices.tsx';
import { CaseSearch } from './case-search.tsx';

export interface QueuePageProps {
  language: Language;
  csrf: string;
  catalogue: ServiceShelf;
  now: Date;
  view: QueueView;
  mine: QueueRow[];
  /** Closures that wait for a second person. */
  proposals: ProposalRow[];
  /** True for who may take cases. */
  takes: boolean;
  /** Address of the page after this one. */
  moreHref?: string;
  /** True when this page is not the first. */
  further: boolean;
  notices: StaffNotice[];
  told?: string;
  searched?: { text: string; problem: string };
}

/** Draws the queue: what I hold, then what waits, one list for every door, in the order it will be taken. */
export function QueuePage(props: QueuePageProps) {
  const { language, view, mine } = props;
  const { desk, work } = words(language);
  return (
    <>
      <div class="page-head">
        <div>
          <h1>{desk.queue.title}</h1>
          <p class="quiet">{work.queue.lead}</p>
        </div>
        {props.takes ? (
          <form method="post" action="/assignments">
            <CsrfField token={props.csrf} />
            <button class="button button-primary" type="submit" data-key="next" aria-keyshortcuts="n">
              {desk.queue.takeNext}
            </button>
          </form>
        ) : null}
        <CaseSearch language={language} csrf={props.csrf} {...(props.searched ?? {})} />
      </div>
      <Notices notices={props.notices} language={language} csrf={props.csrf} />
      {props.told === undefined ? null : <Notice language={language}>{props.told}</Notice>}
      {props.takes ? (
        <section aria-labelledby="mine">
          <h2 id="mine">
            {desk.queue.mine} <span class="count">{desk.queue.count(mine.length)}</span>
          </h2>
          <Rows {...props} rows={mine} caption={desk.queue.mine} empty={work.queue.mineEmpty} />
        </section>
      ) : null}
      <ProposalsSection {...props} />
      <section aria-labelledby="waiting" data-poll data-changes="/queue/changes">
        <h2 id="waiting">
          {desk.queue.waiting} <span class="count">{desk.queue.count(view.waiting)}</span>
        </h2>
        <Rows {...props} rows={view.rows} caption={desk.queue.waiting} empty={desk.queue.empty} />
        <p class="row-links">
          {props.further ? <a href="/">{work.queue.top}</a> : null}
          {props.moreHref === undefined ? null : (
            <a href={props.moreHref} rel="next">
              {work.queue.more}
            </a>
          )}
        </p>
      </section>
    </>
  );
}

function Rows(props: QueuePageProps & { rows: QueueRow[]; caption: string; empty: string }) {
  const { language, catalogue, now } = props;
  const { queue, channel } = words(language).desk;
  return (
    <Table
      caption={props.caption}
      captionHidden
      empty={props.empty}
      columns={[
        { label: queue.reference },
        { label: queue.service },
        { label: queue.channel },
        { label: queue.due },
        { label: queue.waitingSince, numeric: true },
      ]}
      rows={props.rows.map((row) => ({
        href: `/cases/${row.reference}`,
        cells: [
          <span class="code">{formatReference(row.reference)}</span>,
          serviceName(catalogue, row.serviceCode, language, row.serviceVersion),
          channel[row.channel],
          <DueSign dueAt={row.dueAt} now={now} language={language} />,
          waited(row.depositedAt, now, language),
        ],
      }))}
    />
  );
}
