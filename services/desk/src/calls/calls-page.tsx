import type { LiveCallRow, ServiceShelf } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { StatusTag, Table, words } from '@guichet/pages';
import { serviceName } from '../frame/service-name.ts';
import { waited } from '../frame/waited.ts';

export interface CallsPageProps {
  language: Language;
  catalogue: ServiceShelf;
  now: Date;
  calls: LiveCallRow[];
}

/** Draws the calls that a person is asked to take, longest first; the page follows them by itself, without a sound. */
export function CallsPage({ language, catalogue, now, calls }: CallsPageProps) {
  const { desk, work } = words(language);
  return (
    <>
      <h1>{work.calls.title}</h1>
      <p class="quiet">{work.calls.lead}</p>
      <div data-poll data-changes="/calls/changes" aria-live="polite">
        <Table
          caption={work.calls.title}
          captionHidden
          empty={work.calls.none}
          columns={[
            { label: work.calls.who },
            { label: work.calls.state },
            { label: work.calls.why },
            { label: work.case.language },
            { label: work.calls.since, numeric: true },
          ]}
          rows={calls.map((call) => ({
            href: `/calls/${call.id}`,
            cells: [
              serviceName(catalogue, call.serviceCode, language, call.serviceVersion ?? undefined) ||
                work.calls.noService,
              call.takenBy === null ? (
                <StatusTag tone={call.way === 'transfer' ? 'warning' : 'info'}>
                  {work.calls.ways[call.way]}
                </StatusTag>
              ) : (
                work.calls.taken(call.takenBy)
              ),
              work.tasks.reasons[call.reason] ?? desk.channel.phone,
              work.case.languages[call.language],
              waited(call.since, now, language),
            ],
          }))}
        />
      </div>
    </>
  );
}
