import type { FactMatch, FoundCase, FoundCases, ServiceShelf } from '@guichet/casework';
import { wording } from '@guichet/catalogue';
import { formatReference, type Language } from '@guichet/kernel';
import { formatDay, Table, words } from '@guichet/pages';
import { DueSign } from '../frame/due-sign.tsx';
import { serviceName } from '../frame/service-name.ts';
import { CaseSearch } from './case-search.tsx';
import { ChannelShapes, ChannelSign } from './channel-sign.tsx';

export interface SearchPageProps {
  language: Language;
  csrf: string;
  catalogue: ServiceShelf;
  now: Date;
  typed: string;
  found?: FoundCases;
  problem?: string;
}

/** Draws the cases found, each with where it matched, masked: what is personal is opened on the case's own page. */
export function SearchPage({ language, csrf, catalogue, now, typed, found, problem }: SearchPageProps) {
  const { work, desk, queue } = words(language);
  const { search } = queue;
  return (
    <>
      <a class="back" href="/">
        {work.case.back}
      </a>
      <h1>{search.title}</h1>
      <CaseSearch language={language} csrf={csrf} text={typed} problem={problem} />
      {found === undefined ? null : (
        <section aria-labelledby="found">
          <ChannelShapes />
          <h2 id="found" role="status">
            {search.found(found.cases.length)}
          </h2>
          {found.isCut ? <p class="quiet">{search.cut}</p> : null}
          <Table
            stacked
            caption={search.title}
            captionHidden
            empty={search.none}
            columns={[
              { label: desk.queue.reference },
              { label: desk.queue.service },
              { label: search.matched },
              { label: search.state },
              { label: desk.queue.channel },
            ]}
            rows={found.cases.map((row) => ({
              href: `/cases/${row.reference}`,
              cells: [
                <span class="code">{formatReference(row.reference)}</span>,
                serviceName(catalogue, row.serviceCode, language, row.serviceVersion),
                <Matches language={language} catalogue={catalogue} row={row} />,
                <FoundState language={language} now={now} row={row} />,
                <ChannelSign language={language} channel={row.channel} />,
              ],
            }))}
          />
        </section>
      )}
    </>
  );
}

function FoundState({ language, now, row }: { language: Language; now: Date; row: FoundCase }) {
  const { search } = words(language).queue;
  if (row.closedAt !== null) return <span>{search.closedOn(formatDay(row.closedAt, language))}</span>;
  return (
    <>
      <span class="found-state">{row.heldBy === null ? search.waiting : search.held(row.heldBy)}</span>{' '}
      <DueSign dueAt={row.dueAt} now={now} language={language} />
    </>
  );
}

function Matches({
  language,
  catalogue,
  row,
}: {
  language: Language;
  catalogue: ServiceShelf;
  row: FoundCase;
}) {
  const { search } = words(language).queue;
  if (row.matches.length === 0) return <span>{search.byReference}</span>;
  return (
    <ul class="found-matches">
      {row.matches.map((match) => (
        <li>
          {labelOf(catalogue, row, match, language)} <strong>{match.shown}</strong>
          {match.how === 'exact' ? null : <span class="quiet"> ({search.how[match.how]})</span>}
        </li>
      ))}
    </ul>
  );
}

function labelOf(catalogue: ServiceShelf, row: FoundCase, { question }: FactMatch, language: Language) {
  const asked = catalogue.find(row.serviceCode, row.serviceVersion)?.question(question);
  const label = asked === undefined ? question : wording(asked, 'counter', language).label;
  return <span class="found-label">{label}</span>;
}
