import type { EndCounts, LineReport, ServiceShelf } from '@guichet/casework';
import { day as dayMs, type Language } from '@guichet/kernel';
import { formatDay, Table, words } from '@guichet/pages';
import { lineEnds } from './line-ends.ts';
import { LineServices } from './line-services.tsx';
import { LineMisses } from './line-misses.tsx';
import { LineTexts } from './line-texts.tsx';
import { PlotLegend } from './plot-legend.tsx';
import { StackedDays, totalOf } from './stacked-days.tsx';

export interface LinePageProps {
  language: Language;
  catalogue: ServiceShelf;
  report: LineReport;
  days: number;
  periods: readonly number[];
}

/** Draws what the telephone line counted of itself: every plot with the same figures as a table. */
export function LinePage({ language, catalogue, report, days, periods }: LinePageProps) {
  const { desk, work } = words(language);
  const { line } = work;
  const all = everyDay(report);
  const calls = all.reduce((sum, day) => sum + totalOf(day), 0);
  return (
    <>
      <a class="back" href="/supervisor">
        {desk.supervisor.title}
      </a>
      <h1>{line.title}</h1>
      <p class="quiet">{line.lead}</p>
      <nav class="row-links" aria-label={line.period}>
        {periods.map((count) => (
          <a href={`/supervisor/line/${count}`} aria-current={count === days ? 'page' : undefined}>
            {line.days(count)}
          </a>
        ))}
      </nav>
      {calls === 0 ? (
        <>
          <p>{line.none}</p>
          <p class="quiet">{line.noneHint}</p>
        </>
      ) : (
        <>
          <h2>{line.calls}</h2>
          <DayPlot language={language} all={all} label={line.callsOf(calls, days)} />
          <LineServices language={language} catalogue={catalogue} services={report.services} />
          <LineMisses language={language} catalogue={catalogue} report={report} />
        </>
      )}
      {report.texts.asked === 0 ? null : <LineTexts language={language} texts={report.texts} />}
    </>
  );
}

type Day = LineReport['days'][number];

function DayPlot({ language, all, label }: { language: Language; all: readonly Day[]; label: string }) {
  const { line } = words(language).work;
  const [first, last] = [all[0]?.day ?? '', all.at(-1)?.day ?? ''];
  const ends = lineEnds.filter((end) => all.some((day) => day[end] > 0));
  return (
    <>
      <figure class="plot-figure">
        <figcaption>
          {label}. {line.most(Math.max(...all.map(totalOf)))}
        </figcaption>
        <StackedDays days={all} label={`${line.calls} : ${label}`} />
        <p class="plot-axis quiet">
          <span>{formatDay(first, language)}</span>
          <span>{formatDay(last, language)}</span>
        </p>
        <PlotLegend
          entries={ends.map((end) => ({ kind: end, label: line.ended[end], count: sumOf(all, end) }))}
        />
      </figure>
      <details>
        <summary>{line.figures}</summary>
        <Table
          caption={line.calls}
          captionHidden
          empty={line.none}
          columns={[
            { label: line.day },
            { label: line.total, numeric: true },
            ...lineEnds.map((end) => ({ label: line.ended[end], numeric: true })),
          ]}
          rows={all
            .filter((day) => totalOf(day) > 0)
            .map((day) => ({
              cells: [
                formatDay(day.day, language),
                String(totalOf(day)),
                ...lineEnds.map((end) => String(day[end])),
              ],
            }))}
        />
      </details>
    </>
  );
}

/** Gives every day of the period, those without a call too: a gap in the plot is a day without calls. */
function everyDay({ from, to, days }: LineReport): Day[] {
  const found = new Map(days.map((day) => [day.day, day]));
  const all: Day[] = [];
  // Days are counted at noon UTC, which is the same day here all year.
  for (let at = Date.parse(`${from}T12:00:00Z`); at <= Date.parse(`${to}T12:00:00Z`); at += dayMs) {
    const day = new Date(at).toISOString().slice(0, 10);
    all.push(found.get(day) ?? { day, ...noCalls });
  }
  return all;
}

const noCalls: EndCounts = { completed: 0, toAPerson: 0, abandoned: 0, noRequest: 0, unknown: 0 };

function sumOf(days: readonly EndCounts[], end: keyof EndCounts): number {
  return days.reduce((sum, day) => sum + day[end], 0);
}
