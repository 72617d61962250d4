/** One row of bars, under its own name: no colour has to be told from another. */
export interface BarPanel {
  id: string;
  label: string;
  /** All that the bars add up to, or between what they lie, as text. */
  summary: string;
  /** Said of the plot as a whole to who does not see it. */
  told: string;
  /** In order; null leaves a gap, and nothing at all a mark on the ground. */
  bars: readonly (number | null)[];
  /** From where to where a bar may well end; absent for none. */
  bands?: readonly { low: number; high: number }[];
}

export interface BarPanelsProps {
  caption: string;
  panels: readonly BarPanel[];
  /** The highest value that the drawing holds, one for all rows. */
  most: number;
  /** What stands under the left and the right end. */
  ends: readonly [string, string];
}

/** Unit: of the drawing, which the page stretches to its width. */
const [height, slot, gap] = [40, 10, 1];

/** Draws rows of bars one under the other on one scale, each named beside it; the figures stand in a table. */
export function BarPanels({ caption, panels, most, ends }: BarPanelsProps) {
  return (
    <figure class="plot-figure">
      <figcaption>{caption}</figcaption>
      <ol class="bar-panels">
        {panels.map((panel) => (
          <li>
            <span class="bar-name">
              {panel.label} <strong>{panel.summary}</strong>
            </span>
            <Bars panel={panel} most={Math.max(most, Number.MIN_VALUE)} />
          </li>
        ))}
      </ol>
      <p class="plot-axis quiet bar-axis">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </p>
    </figure>
  );
}

function Bars({ panel, most }: { panel: BarPanel; most: number }) {
  const { id, label, told, bars, bands } = panel;
  const at = (value: number) => Math.min(height, (value / most) * height);
  const tall = (value: number) => Math.max(1, at(value));
  return (
    <svg
      class="bars"
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-told`}
      viewBox={`0 0 ${bars.length * slot} ${height}`}
      preserveAspectRatio="none"
    >
      <title id={`${id}-title`}>{label}</title>
      <desc id={`${id}-told`}>{told}</desc>
      {bars.map((value, index) =>
        value === null ? null : (
          <rect
            class="bar"
            x={index * slot + gap}
            y={round(height - tall(value))}
            width={slot - 2 * gap}
            height={round(tall(value))}
          />
        ),
      )}
      {bands?.map(({ low, high }, index) =>
        high === 0 ? null : (
          <>
            {['bar-edge', 'bar-band'].map((kind) => (
              <line
                class={kind}
                x1={index * slot + slot / 2}
                x2={index * slot + slot / 2}
                y1={round(height - at(high))}
                y2={round(height - at(low))}
                vector-effect="non-scaling-stroke"
              />
            ))}
          </>
        ),
      )}
    </svg>
  );
}

function round(value: number): string {
  return value.toFixed(1);
}
