import type { KeyingFigures, KeyingReport, SampledContent, ServiceShelf } from '@guichet/casework';
import { errorInterval, wrongMaxOf } from '@guichet/casework';
import { formatReference, type Language } from '@guichet/kernel';
import { CsrfField, formatInstant, Notice, Table, words } from '@guichet/pages';
import { fieldLabel } from './field-label.ts';
import { fieldsAnHour } from './fields-an-hour.ts';
import { RatePlot } from './rate-plot.tsx';
import { percent } from './percent.ts';

export interface FiguresPageProps {
  language: Language;
  csrf: string;
  catalogue: ServiceShelf;
  report: KeyingReport;
  /** Of what the machine is sure of, how much is keyed blind, 0 to 1. */
  share: number;
  days: number;
  periods: readonly number[];
  told?: string | undefined;
}

/** Draws how often the machine and people are wrong about letters, and how fast letters go; the plot has its figures beside it. */
export function FiguresPage(props: FiguresPageProps) {
  const { language, report } = props;
  const { desk, work } = words(language);
  const { figures } = work.station;
  return (
    <>
      <a class="back" href="/supervisor">
        {desk.supervisor.title}
      </a>
      {props.told === undefined ? null : (
        <Notice language={language} kind="success">
          {props.told}
        </Notice>
      )}
      <h1>{figures.title}</h1>
      <p class="quiet">{figures.lead}</p>
      <nav class="row-links" aria-label={work.line.period}>
        {props.periods.map((count) => (
          <a href={`/supervisor/mailroom/${count}`} aria-current={count === props.days ? 'page' : undefined}>
            {work.line.days(count)}
          </a>
        ))}
      </nav>
      <Machine {...props} />
      <h2>{figures.clerks}</h2>
      <Table
        caption={figures.clerks}
        captionHidden
        empty={figures.noKeying}
        columns={[{ label: figures.person }, ...columns(language)]}
        rows={report.clerks.map((clerk) => ({ cells: [clerk.name, ...cells(clerk)] }))}
      />
      <h2>{figures.batches}</h2>
      <Table
        caption={figures.batches}
        captionHidden
        empty={figures.noKeying}
        columns={[{ label: figures.batch }, ...columns(language), { label: figures.left, numeric: true }]}
        rows={report.batches.map((batch) => ({
          cells: [
            `${batch.fileName}, ${formatInstant(batch.receivedAt, language)}`,
            ...cells(batch),
            String(batch.left),
          ],
        }))}
      />
      <Mistakes {...props} />
    </>
  );
}

function Machine({ language, csrf, report, share }: FiguresPageProps) {
  const { figures } = words(language).work.station;
  const sampled = report.contents.filter(({ asked, confidenceMin }) => asked > 0 || confidenceMin > 0);
  return (
    <>
      <h2>{figures.machine}</h2>
      <p>{figures.machineLead(percent(share, language))}</p>
      {sampled.some(({ asked }) => asked > 0) ? <RatePlot language={language} contents={sampled} /> : null}
      <Table
        caption={figures.machine}
        captionHidden
        empty={figures.noSample}
        columns={[
          { label: figures.content },
          { label: figures.asked, numeric: true },
          { label: figures.wrong, numeric: true },
          { label: figures.rate, numeric: true },
          { label: figures.interval },
          { label: figures.allowed, numeric: true },
          { label: figures.threshold },
        ]}
        rows={sampled.map((row) => {
          const { low, high } = errorInterval(row.wrong, row.asked);
          return {
            cells: [
              figures.contents[row.content],
              String(row.asked),
              String(row.wrong),
              row.asked === 0 ? '' : percent(row.wrong / row.asked, language),
              row.asked === 0 ? '' : figures.between(percent(low, language), percent(high, language)),
              percent(wrongMaxOf(row.content), language),
              <Threshold language={language} csrf={csrf} row={row} />,
            ],
          };
        })}
      />
    </>
  );
}

function Threshold({ language, csrf, row }: { language: Language; csrf: string; row: SampledContent }) {
  const { figures } = words(language).work.station;
  if (row.confidenceMin === 0 || row.raisedAt === null) return <>{figures.thresholdOwn}</>;
  const day = formatInstant(row.raisedAt, language);
  return (
    <>
      {row.confidenceMin > 1
        ? figures.thresholdAllAt(day)
        : figures.thresholdAt(percent(row.confidenceMin, language), day)}
      <form method="post" action="/supervisor/mailroom/threshold">
        <CsrfField token={csrf} />
        <input type="hidden" name="content" value={row.content} />
        <button class="link" type="submit">
          {figures.reset}
          <span class="hidden">, {figures.contents[row.content]}</span>
        </button>
      </form>
    </>
  );
}

function Mistakes({ language, catalogue, report }: FiguresPageProps) {
  const { figures, checks } = words(language).work.station;
  const { desk } = words(language);
  return (
    <>
      <h2>{figures.mistakes}</h2>
      {report.mistakes.length === 0 ? null : <p>{figures.mistakesLead}</p>}
      <Table
        caption={figures.mistakes}
        captionHidden
        empty={figures.noMistake}
        columns={[{ label: desk.queue.reference }, { label: checks.answer }, { label: figures.foundAt }]}
        rows={report.mistakes.map((one) => {
          const service = catalogue.find(one.serviceCode, one.serviceVersion);
          return {
            href: `/cases/${one.reference}`,
            cells: [
              formatReference(one.reference),
              service ? fieldLabel(service, one.path, language) : one.path,
              formatInstant(one.foundAt, language),
            ],
          };
        })}
      />
    </>
  );
}

function columns(language: Language) {
  const { figures } = words(language).work.station;
  return [
    figures.fields,
    figures.anHour,
    figures.corrected,
    figures.checked,
    figures.differed,
    figures.wrong,
  ].map((label) => ({ label, numeric: true }));
}

function cells(row: KeyingFigures): string[] {
  const rate = fieldsAnHour(row);
  return [
    String(row.fields),
    rate === undefined ? '' : String(rate),
    String(row.corrected),
    String(row.checked),
    String(row.differed),
    String(row.wrong),
  ];
}
