import type { LineReport, ServiceShelf } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { Table, words } from '@guichet/pages';
import { serviceName } from '../frame/service-name.ts';
import { placeName } from './place-name.ts';
import { PlotLegend } from './plot-legend.tsx';
import { ShareBar } from './share-bar.tsx';

export interface LineMissesProps {
  language: Language;
  catalogue: ServiceShelf;
  report: Pick<LineReport, 'misses' | 'languages'>;
}

const kinds = ['silence', 'keys', 'speech'] as const;

/** Draws where callers are not understood, and in which language, by what was not. */
export function LineMisses({ language, catalogue, report }: LineMissesProps) {
  const { case: file, line } = words(language).work;
  const most = Math.max(1, ...report.misses.map(timesOf));
  const mostOfLanguage = Math.max(1, ...report.languages.map(timesOf));
  const kindColumns = kinds.map((kind) => ({ label: line.kinds[kind], numeric: true }));
  const counts = (row: KindCounts) => [timesOf(row), ...kinds.map((kind) => row[kind])].map(String);
  const bar = (row: KindCounts, of: number) => (
    <ShareBar of={of} shares={kinds.map((kind) => ({ kind, count: row[kind] }))} />
  );
  return (
    <>
      <h2>{line.misses}</h2>
      <p class="quiet">{line.missesHint}</p>
      <PlotLegend entries={kinds.map((kind) => ({ kind, label: line.kinds[kind] }))} />
      <Table
        caption={line.misses}
        captionHidden
        stacked
        empty={line.missesNone}
        columns={[
          { label: line.question },
          { label: line.service },
          { label: line.missCalls, numeric: true },
          { label: line.allMisses, numeric: true },
          ...kindColumns,
        ]}
        rows={report.misses.map((miss) => ({
          cells: [
            <>
              {placeName(catalogue, miss, language)}
              {bar(miss, most)}
            </>,
            miss.serviceCode === null
              ? line.frame
              : serviceName(catalogue, miss.serviceCode, language, miss.serviceVersion ?? undefined),
            String(miss.calls),
            ...counts(miss),
          ],
        }))}
      />
      <h2>{line.languages}</h2>
      <Table
        caption={line.languages}
        captionHidden
        stacked
        empty={line.missesNone}
        columns={[
          { label: line.language },
          { label: line.missCalls, numeric: true },
          { label: line.allMisses, numeric: true },
          ...kindColumns,
        ]}
        rows={report.languages.map((row) => ({
          cells: [
            <>
              {file.languages[row.language]}
              {bar(row, mostOfLanguage)}
            </>,
            String(row.calls),
            ...counts(row),
          ],
        }))}
      />
    </>
  );
}

type KindCounts = Record<(typeof kinds)[number], number>;

function timesOf(row: KindCounts): number {
  return kinds.reduce((sum, kind) => sum + row[kind], 0);
}
