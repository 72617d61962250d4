import { textWidth } from '../fonts.ts';
import type { LayoutText } from '../form/form-layout.ts';
import type { Paper } from '../paper.ts';

/** Unit: points. Larger looks no clearer in a window; the post reads 8 to 14. */
const sizeMax = 11;
/** From one line to the next, in sizes of type: closer than prose, as an address is read line by line. */
const pitch = 1.2;
/** Kept white inside the window on every side. Unit: millimetres. */
const margin = 3;
const mmAPoint = 25.4 / 72;

/**
 * Sets a name and an address where the window of the envelope is.
 *
 * Guarantee: whole in the window whatever their length, each line on one line, as large as there is room for up to 11 points.
 */
export function addressInWindow({ window }: Paper, lines: readonly string[]): LayoutText {
  const shown = lines.filter((line) => line !== '');
  const [width, height] = [window.width - 2 * margin, window.height - 2 * margin];
  const widest = Math.max(...shown.map((line) => textWidth(line, 'regular', 1)), 0.001);
  const size = Math.min(sizeMax, width / widest, height / (Math.max(1, shown.length) * pitch * mmAPoint));
  return {
    kind: 'text',
    place: {
      x: window.x + margin,
      y: window.y + margin,
      width: Math.min(width, widest * size),
      height: shown.length * pitch * size * mmAPoint,
    },
    lines: shown,
    size,
    weight: 'regular',
    ink: 'black',
    role: 'body',
  };
}
