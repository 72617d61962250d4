import type { CheckRow, Checks, ServiceShelf } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { StatusTag, Table, words } from '@guichet/pages';
import { serviceName } from '../frame/service-name.ts';
import { waited } from '../frame/waited.ts';
import { fieldLabel } from './field-label.ts';

export interface CheckListsProps {
  language: Language;
  catalogue: ServiceShelf;
  now: Date;
  checks: Checks;
}

/** Draws the answers that wait for a second person to key them, and those that wait for a third to decide. */
export function CheckLists(props: CheckListsProps) {
  const { language, checks } = props;
  const { station } = words(language).work;
  const of = (turn: CheckRow['turn']) => checks.mine.filter((row) => row.turn === turn);
  return (
    <>
      <CheckList
        {...props}
        rows={of('second')}
        title={station.checks.second}
        lead={station.checks.secondLead}
        empty={station.checks.noSecond}
      />
      <CheckList
        {...props}
        rows={of('third')}
        title={station.checks.third}
        lead={station.checks.thirdLead}
        empty={station.checks.noThird}
      />
      {checks.others === 0 ? null : <p class="quiet">{station.checks.others(checks.others)}</p>}
    </>
  );
}

function CheckList({
  language,
  catalogue,
  now,
  rows,
  title,
  lead,
  empty,
}: CheckListsProps & { rows: CheckRow[]; title: string; lead: string; empty: string }) {
  const { desk, work } = words(language);
  const { checks } = work.station;
  return (
    <>
      <h2>
        {title} <span class="count">{rows.length}</span>
      </h2>
      {rows.length === 0 ? null : <p class="quiet">{lead}</p>}
      <Table
        caption={title}
        captionHidden
        empty={empty}
        columns={[
          { label: checks.answer },
          { label: desk.queue.service },
          { label: checks.why },
          { label: work.tasks.since, numeric: true },
        ]}
        rows={rows.map((row) => {
          const service = catalogue.find(row.serviceCode, row.serviceVersion);
          return {
            href: `/mailroom/checks/${row.id}`,
            cells: [
              service ? fieldLabel(service, row.path, language) : row.path,
              serviceName(catalogue, row.serviceCode, language, row.serviceVersion),
              <>
                <StatusTag tone={row.holdsLetter ? 'warning' : 'info'}>
                  {row.holdsLetter ? checks.holds : checks.sample}
                </StatusTag>{' '}
                {row.isOwn ? <StatusTag tone="info">{checks.own}</StatusTag> : null}
              </>,
              waited(row.since, now, language),
            ],
          };
        })}
      />
    </>
  );
}
