import type { ParityRow, ParityTable } from '@guichet/catalogue';
import { channels, type Language } from '@guichet/kernel';
import { Table, type TableRow, words } from '@guichet/pages';

export interface ParityPageProps {
  table: ParityTable;
  language: Language;
}

/** Draws the exceptions with their reasons, the services door by door, and what each service asks by telephone. */
export function ParityPage({ table, language }: ParityPageProps) {
  const { parity } = words(language).walk;
  return (
    <>
      <h1>{parity.title}</h1>
      <p class="lead">{parity.lead}</p>
      <p>
        {parity.counted(table.offered, table.possible)} {parity.exceptionCount(table.exceptions.length)}
      </p>
      <Exceptions table={table} language={language} />
      <h2>{parity.doors}</h2>
      <Table
        caption={parity.doors}
        captionHidden
        stacked
        columns={[
          { label: parity.service },
          ...channels.map((channel) => ({ label: parity.channels[channel] })),
        ]}
        rows={table.rows.map((row) => doorRow(row, language))}
        empty={parity.noServices}
      />
      <h2>{parity.phone}</h2>
      <p>{parity.phoneLead}</p>
      <Table
        caption={parity.phone}
        captionHidden
        stacked
        columns={[
          { label: parity.service },
          { label: parity.questions, numeric: true },
          { label: parity.recorded, numeric: true },
          { label: parity.prompts, numeric: true },
          { label: parity.documents },
        ]}
        rows={table.rows.map((row) => phoneRow(row, language))}
        empty={parity.noServices}
      />
    </>
  );
}

function doorRow(row: ParityRow, language: Language): TableRow {
  const { parity } = words(language).walk;
  return {
    cells: [
      row.name[language],
      ...channels.map((channel) =>
        row.exceptions[channel] === undefined ? (
          parity.offered
        ) : (
          <a href={`#${exceptionId(row.code, channel)}`}>{parity.notOffered}</a>
        ),
      ),
    ],
    href: `/services/${row.code}`,
  };
}

function Exceptions({ table, language }: ParityPageProps) {
  const { parity } = words(language).walk;
  if (table.exceptions.length === 0) return null;
  return (
    <>
      <h2>{parity.exceptions}</h2>
      <ul>
        {table.exceptions.map(({ code, name, channel, why }) => (
          <li id={exceptionId(code, channel)}>
            <strong>{`${name[language]}, ${parity.channels[channel]}`}</strong> – {why[language]}
          </li>
        ))}
      </ul>
    </>
  );
}

function phoneRow({ name, questions, phone }: ParityRow, language: Language): TableRow {
  const { frame, walk } = words(language);
  const { parity } = walk;
  if (phone === undefined) return { cells: [name[language], questions, '–', '–', parity.notOffered] };
  const { recorded, documents, prompts } = phone;
  return {
    cells: [
      name[language],
      questions,
      recorded,
      parity.promptSpan(prompts.least, prompts.most),
      documents.length === 0 ? frame.none : documents.map((label) => label[language]).join('; '),
    ],
  };
}

const exceptionId = (code: string, channel: string): string => `exception-${code}-${channel}`;
