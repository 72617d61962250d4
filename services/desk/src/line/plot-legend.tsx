export interface LegendEntry {
  /** Of `plot-…` in the style sheet. */
  kind: string;
  label: string;
  count?: number;
}

/** Draws what the colours of a plot stand for. */
export function PlotLegend({ entries }: { entries: readonly LegendEntry[] }) {
  return (
    <ul class="plot-legend">
      {entries.map(({ kind, label, count }) => (
        <li>
          <svg class="plot-key" aria-hidden="true" viewBox="0 0 10 10">
            <rect class={`plot-${kind}`} x="0" y="0" width="10" height="10" />
          </svg>
          {label} {count === undefined ? null : <strong>{count}</strong>}
        </li>
      ))}
    </ul>
  );
}
