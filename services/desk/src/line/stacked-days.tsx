import type { EndCounts } from '@guichet/casework';
import { lineEnds } from './line-ends.ts';

/** Unit: of the drawing, which the page stretches to its width. */
const [height, slot, gap] = [100, 10, 1];

/**
 * Draws how many calls ended each day, stacked by how; the caption and the figures stand beside it as text.
 *
 * Shape: one slot a day, in order; the tallest day fills the height.
 */
export function StackedDays({ days, label }: { days: readonly EndCounts[]; label: string }) {
  const tallest = Math.max(1, ...days.map(totalOf));
  return (
    <svg
      class="plot"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${days.length * slot} ${height}`}
      preserveAspectRatio="none"
    >
      {days.flatMap((day, at) => {
        let top = height;
        return lineEnds.flatMap((end) => {
          const tall = (day[end] / tallest) * height;
          top -= tall;
          return tall === 0 ? [] : [<Bar x={at * slot + gap} y={top} height={tall} end={end} />];
        });
      })}
    </svg>
  );
}

function Bar({ x, y, height: tall, end }: { x: number; y: number; height: number; end: keyof EndCounts }) {
  return <rect class={`plot-${end}`} x={round(x)} y={round(y)} width={slot - 2 * gap} height={round(tall)} />;
}

/** Gives all calls of a day. */
export function totalOf(day: EndCounts): number {
  return lineEnds.reduce((sum, end) => sum + day[end], 0);
}

function round(value: number): string {
  return value.toFixed(2);
}
