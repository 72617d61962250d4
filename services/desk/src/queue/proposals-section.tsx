import type { ProposalRow, ServiceShelf } from '@guichet/casework';
import { formatReference, type Language } from '@guichet/kernel';
import { Table, words } from '@guichet/pages';
import { DueSign } from '../frame/due-sign.tsx';
import { serviceName } from '../frame/service-name.ts';

export interface ProposalsSectionProps {
  language: Language;
  catalogue: ServiceShelf;
  now: Date;
  proposals: ProposalRow[];
}

/** Draws the closures that wait for a second person; nothing where none does. */
export function ProposalsSection({ language, catalogue, now, proposals }: ProposalsSectionProps) {
  const { desk, work } = words(language);
  if (proposals.length === 0) return null;
  return (
    <section aria-labelledby="proposals">
      <h2 id="proposals">
        {work.approval.listed} <span class="count">{desk.queue.count(proposals.length)}</span>
      </h2>
      <Table
        caption={work.approval.listed}
        captionHidden
        empty=""
        columns={[
          { label: desk.queue.reference },
          { label: desk.queue.service },
          { label: work.approval.outcome },
          { label: work.approval.proposed },
          { label: desk.queue.due },
        ]}
        rows={proposals.map((row) => ({
          href: `/cases/${row.reference}`,
          cells: [
            <span class="code">{formatReference(row.reference)}</span>,
            serviceName(catalogue, row.serviceCode, language, row.serviceVersion),
            catalogue
              .find(row.serviceCode, row.serviceVersion)
              ?.definition.outcomes.find(({ key }) => key === row.outcome)?.label[language] ?? row.outcome,
            row.isOwn ? work.approval.byMe : row.by,
            <DueSign dueAt={row.dueAt} now={now} language={language} />,
          ],
        }))}
      />
    </section>
  );
}
