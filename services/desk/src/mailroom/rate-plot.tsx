import { errorInterval, type SampledContent } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { percent } from './percent.ts';

/** Unit: of the drawing, which the page stretches to its width. */
const [width, row, half] = [300, 16, 4];

/**
 * Draws the error rate of each kind of content with its interval; the table below holds the same figures.
 *
 * Shape: one bar a kind, in the order of the table; the right edge is the highest end of an interval
 */
export function RatePlot({
  language,
  contents,
}: {
  language: Language;
  contents: readonly SampledContent[];
}) {
  const { figures } = words(language).work.station;
  const bars = contents
    .filter(({ asked }) => asked > 0)
    .map((one) => ({ ...one, rate: one.wrong / one.asked, ...errorInterval(one.wrong, one.asked) }));
  const max = Math.max(...bars.map(({ high }) => high));
  const at = (rate: number) => ((rate / max) * width).toFixed(1);
  return (
    <figure class="plot-figure">
      <figcaption>
        {figures.plot}. {figures.plotMax(percent(max, language))}
      </figcaption>
      <ol class="rate-plot">
        {bars.map(({ content, rate, low, high }) => (
          <li>
            <span>{figures.contents[content]}</span>
            <svg
              class="rate-bar"
              role="img"
              aria-label={`${figures.contents[content]}, ${percent(rate, language)}, ${figures.between(percent(low, language), percent(high, language))}`}
              viewBox={`0 0 ${width} ${row}`}
              preserveAspectRatio="none"
            >
              <rect class="plot-ground" x="0" y="0" width={width} height={row} />
              <rect
                class="plot-completed"
                x={at(low)}
                y={row / 2 - half / 2}
                width={Math.max(1, Number(at(high)) - Number(at(low)))}
                height={half}
              />
              <rect
                class="plot-rate"
                x={Math.min(width - 2, Number(at(rate)))}
                y="1"
                width="2"
                height={row - 2}
              />
            </svg>
          </li>
        ))}
      </ol>
    </figure>
  );
}
