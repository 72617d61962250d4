import {
  countUnder,
  type ProposalRow,
  type QueueFilter,
  type QueueRow,
  type QueueView,
  type SavedView,
  type ServiceShelf,
  type StaffNotice,
  writeFilter,
} from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { CsrfField, Notice, words } from '@guichet/pages';
import { deskAssetPaths } from '../frame/desk-assets.ts';
import { FormErrors } from '../frame/form-problem.tsx';
import { Notices } from '../next/notices.tsx';
import { ActNotice } from './act-notice.tsx';
import type { ActOutcome } from './act-outcome.ts';
import { ActsBar, type RefusedAct } from './acts-bar.tsx';
import { ChannelShapes } from './channel-sign.tsx';
import { CaseSearch } from './case-search.tsx';
import { type Hands, QueueFilters } from './queue-filters.tsx';
import { ProposalsSection } from './proposals-section.tsx';
import { QueueTable } from './queue-table.tsx';
import { QueueViews } from './queue-views.tsx';

export interface QueuePageProps {
  language: Language;
  csrf: string;
  catalogue: ServiceShelf;
  now: Date;
  view: QueueView;
  filter: QueueFilter;
  views: readonly SavedView[];
  hands: Hands;
  shareWith: readonly string[];
  mine: QueueRow[];
  lookers: Readonly<Record<string, string>>;
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
  outcome?: ActOutcome;
  searched?: { text: string; problem: string };
  /** An act that was refused, as it was typed. */
  refused?: RefusedAct;
  /** The place of the page in the list, for the forms to come back to. */
  after?: string | undefined;
}

/** Draws the queue: what I hold, then what waits, one list for every door, in the order it will be taken. */
export function QueuePage(props: QueuePageProps) {
  const { language, csrf, filter, outcome } = props;
  const back = writeFilter(filter);
  return (
    <>
      <ChannelShapes />
      <FormErrors language={language} problem={props.refused?.problem} />
      <QueueHead {...props} />
      <Notices notices={props.notices} language={language} csrf={csrf} />
      {props.told === undefined ? null : <Notice language={language}>{props.told}</Notice>}
      {outcome ? <ActNotice language={language} csrf={csrf} outcome={outcome} back={back} /> : null}
      <QueueViews {...props} counts={props.view.counts} />
      <QueueFilters {...props} counts={props.view.counts} />
      <ProposalsSection {...props} />
      {props.takes ? (
        <form method="post" action="/queue/acts">
          <CsrfField token={csrf} />
          <input type="hidden" name="back" value={back} />
          <input type="hidden" name="after" value={props.after ?? ''} />
          <Mine {...props} />
          <Waiting {...props} back={back} />
          <ActsBar language={language} hands={props.hands} refused={props.refused} />
        </form>
      ) : (
        <Waiting {...props} back={back} />
      )}
      <script type="module" src={deskAssetPaths.queue}></script>
    </>
  );
}

function QueueHead(props: QueuePageProps) {
  const { desk, work } = words(props.language);
  return (
    <div class="page-head">
      <div>
        <h1>{desk.queue.title}</h1>
        <p class="quiet">{work.queue.lead}</p>
      </div>
      {props.takes ? (
        <form method="post" action="/assignments">
          <CsrfField token={props.csrf} />
          <button class="button button-primary" type="submit" data-key="next">
            {desk.queue.takeNext}
          </button>
        </form>
      ) : null}
      <CaseSearch language={props.language} csrf={props.csrf} {...(props.searched ?? {})} />
    </div>
  );
}

/** What the person holds already, when they filter by nothing: else the filters say whose cases they want to see. */
function Mine(props: QueuePageProps) {
  const { desk, work } = words(props.language);
  if (writeFilter(props.filter) !== '') return null;
  return (
    <section aria-labelledby="mine">
      <h2 id="mine">
        {desk.queue.mine} <span class="count">{desk.queue.count(props.mine.length)}</span>
      </h2>
      <QueueTable
        {...props}
        rows={props.mine}
        caption={desk.queue.mine}
        empty={work.queue.mineEmpty}
        chooses
        chosen={props.refused?.chosen}
      />
    </section>
  );
}

function Waiting(props: QueuePageProps & { back: string }) {
  const { language, view, filter, hands, back } = props;
  const { desk, work, queue } = words(language);
  const holder = hands.colleagues.find(({ staffId }) => staffId === filter.heldBy);
  const title = filter.heldBy === undefined ? desk.queue.waiting : queue.filters.heldBy(holder?.name ?? '');
  const count = countUnder(view.counts, filter);
  return (
    <section aria-labelledby="waiting" data-poll data-changes="/queue/changes">
      <h2 id="waiting">
        {title} {count === undefined ? null : <span class="count">{desk.queue.count(count)}</span>}
      </h2>
      <QueueTable
        {...props}
        rows={view.rows}
        caption={title}
        empty={back === '' ? desk.queue.empty : queue.filters.none}
        chooses={props.takes}
        chosen={props.refused?.chosen}
      />
      <p class="row-links">
        {props.further ? <a href={back === '' ? '/' : `/?${back}`}>{work.queue.top}</a> : null}
        {props.moreHref === undefined ? null : (
          <a href={props.moreHref} rel="next">
            {work.queue.more}
          </a>
        )}
      </p>
    </section>
  );
}
