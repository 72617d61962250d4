import type { QueueRow, ServiceShelf } from '@guichet/casework';
import { formatReference, type Language, type Reference } from '@guichet/kernel';
import { Table, type TableColumn, words } from '@guichet/pages';
import { DueSign } from '../frame/due-sign.tsx';
import { serviceName } from '../frame/service-name.ts';
import { waited } from '../frame/waited.ts';
import { ChannelSign } from './channel-sign.tsx';

export interface QueueTableProps {
  language: Language;
  catalogue: ServiceShelf;
  now: Date;
  rows: readonly QueueRow[];
  caption: string;
  empty: string;
  /** Who else looks at a case now, by its reference. */
  lookers: Readonly<Record<string, string>>;
  /** True for who may do something with the cases chosen. */
  chooses: boolean;
  /** Chosen already, where an act with them was refused. */
  chosen?: readonly Reference[] | undefined;
}

const placeMax = 60;

/** Draws cases in their order: a row each, on a narrow screen a block each; the box before it chooses the case. */
export function QueueTable(props: QueueTableProps) {
  const { language, catalogue, now, rows, lookers } = props;
  const { desk, queue } = words(language);
  const hasPlace = rows.some(({ place }) => place !== null);
  const columns: TableColumn[] = [
    { label: desk.queue.reference },
    { label: desk.queue.service },
    ...(hasPlace ? [{ label: desk.queue.place }] : []),
    { label: desk.queue.channel },
    { label: desk.queue.due },
    { label: desk.queue.waitingSince, numeric: true },
    { label: queue.lookers.column },
  ];
  return (
    <Table
      stacked
      caption={props.caption}
      captionHidden
      empty={props.empty}
      {...(props.chooses ? { chooseLabel: queue.acts.choose } : {})}
      columns={columns}
      rows={rows.map((row) => ({
        href: `/cases/${row.reference}`,
        choose: (
          <Chooser
            language={language}
            reference={row.reference}
            isChosen={props.chosen?.includes(row.reference) ?? false}
          />
        ),
        cells: [
          <span class="code">{formatReference(row.reference)}</span>,
          serviceName(catalogue, row.serviceCode, language, row.serviceVersion),
          ...(hasPlace ? [shortened(row.place ?? '')] : []),
          <ChannelSign channel={row.channel} language={language} />,
          <DueSign dueAt={row.dueAt} now={now} language={language} />,
          waited(row.depositedAt, now, language),
          <span data-lookers={row.reference}>{lookers[row.reference] ?? ''}</span>,
        ],
      }))}
    />
  );
}

function Chooser({
  language,
  reference,
  isChosen,
}: {
  language: Language;
  reference: string;
  isChosen: boolean;
}) {
  const { acts } = words(language).queue;
  return (
    <label>
      <input
        type="checkbox"
        name="case"
        value={reference}
        checked={isChosen}
        aria-label={acts.chooseCase(formatReference(reference))}
      />
    </label>
  );
}

function shortened(text: string): string {
  return text.length > placeMax ? `${text.slice(0, placeMax - 1)}…` : text;
}
