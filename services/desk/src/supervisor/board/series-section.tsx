import { waitsMin } from '@guichet/casework';
import { Table, words } from '@guichet/pages';
import { type BarPanel, BarPanels } from './bar-panels.tsx';
import { seriesTable, slotName, slotsOf } from './board-tables.ts';
import { type BoardView, groupName, isFew, type Measure, measures, valueOf } from './board-view.ts';
import { ExportLink } from './export-link.tsx';
import { shareWords, waitWords } from './wait-words.ts';

/** Draws each measure day by day, or hour by hour: a row of bars a group, and the same figures as a table. */
export function SeriesSection(view: BoardView) {
  const { series } = words(view.language).board;
  // Between two hours of one day the open cases are not counted.
  const shown = measures.filter((measure) => measure !== 'open' || view.board.unit === 'day');
  return (
    <section>
      <h2 id="series">{view.board.unit === 'day' ? series.title : series.titleHours}</h2>
      {view.board.groups.length === 0 ? (
        <p>{series.none}</p>
      ) : (
        shown.map((measure) => <OneMeasure {...view} measure={measure} />)
      )}
    </section>
  );
}

function OneMeasure(props: BoardView & { measure: Measure }) {
  const { measure, ...view } = props;
  const { language, board, filter } = view;
  const { series } = words(language).board;
  const label = series.measures[measure];
  const { head, rows } = seriesTable({ ...view, bare: false }, board, measure);
  return (
    <section>
      <h3 id={`of-${measure}`}>{label}</h3>
      <Plot {...props} label={label} />
      <details class="details plot-table">
        <summary>
          {series.figures}
          <span class="hidden">, {label}</span>
        </summary>
        <Table
          caption={label}
          captionHidden
          empty={series.none}
          columns={head.map((name, index) => ({ label: name, numeric: index > 0 }))}
          rows={rows.map((cells) => ({ cells }))}
        />
        <ExportLink language={language} filter={filter} table={measure} of={label} />
      </details>
    </section>
  );
}

function Plot({ measure, label, ...view }: BoardView & { measure: Measure; label: string }) {
  const { language, board, filter } = view;
  const { series } = words(language).board;
  const slots = slotsOf(board, filter);
  const found = new Map(board.cells.map((cell) => [`${cell.at} ${cell.group}`, cell]));
  const say = (value: number) =>
    measure === 'kept'
      ? shareWords(value, language)
      : measure === 'takeWait' || measure === 'closeWait'
        ? waitWords(value, language)
        : String(value);
  const rows = board.groups.map((group) => ({
    group,
    name: groupName(view, group),
    bars: slots.map((at) => valueOf(found.get(`${at} ${group}`), measure)),
    hasFew: slots.some((at) => isFew(found.get(`${at} ${group}`), measure)),
  }));
  const hasFew = rows.some((row) => row.hasFew);
  const points = rows.flatMap(({ name, bars }) =>
    bars.flatMap((value, at) => (value === null ? [] : [{ name, value, at: slots[at] ?? '' }])),
  );
  const top = points.toSorted((a, b) => b.value - a.value)[0];
  if (top === undefined) return <p>{hasFew ? series.fewAll(waitsMin) : series.none}</p>;
  const ends = [slots[0] ?? '', slots.at(-1) ?? ''].map((at) => slotName(board, at, view));
  const panels = rows.map(({ group, name, bars, hasFew: few }): BarPanel => {
    const known = bars.filter((value) => value !== null);
    const adds = measure === 'arrived' || measure === 'closed';
    const summary =
      known.length === 0
        ? few
          ? series.few(waitsMin)
          : '–'
        : adds
          ? String(known.reduce((sum, value) => sum + value, 0))
          : rangeOf(known, say, series.ranges);
    return { id: `${measure}-${group}`, label: name, summary, told: series.panel(label, summary), bars };
  });
  return (
    <>
      <BarPanels
        caption={series.most(say(top.value), top.name, slotName(board, top.at, view))}
        panels={panels}
        most={measure === 'kept' ? 1 : top.value}
        ends={[ends[0] ?? '', ends[1] ?? '']}
      />
      {hasFew ? <p class="quiet">{series.fewSome(waitsMin)}</p> : null}
    </>
  );
}

/** Says between what values lie, or the one that all of them are. */
function rangeOf(
  values: readonly number[],
  say: (value: number) => string,
  between: (least: string, most: string) => string,
): string {
  const [least, most] = [say(Math.min(...values)), say(Math.max(...values))];
  return least === most ? least : between(least, most);
}
