import { cornerMarks, type Paper, papers, type Rect } from '../../../shared/channels/mail/src/paper.ts';
import { disc } from './dirt.ts';
import type { Sheet } from './sheet.ts';

const pixelsPerMm = 300 / 25.4;

/** The sheet that a printed page is. */
export function paperOf(sheet: Sheet): Paper {
  const isA4 =
    sheet.height / sheet.width >
    (papers.letter.height / papers.letter.width + papers.a4.height / papers.a4.width) / 2;
  return isA4 ? papers.a4 : papers.letter;
}

/** Destroys one of the two codes of a printed sheet, by a pen or by a tear. */
export function withoutOneCode(sheet: Sheet, random: () => number): Sheet {
  const { codes } = paperOf(sheet);
  const code = codes[Math.floor(random() * codes.length)];
  if (code === undefined) return sheet;
  return random() < 0.5 ? scribbled(sheet, [code.place], random) : covered(sheet, code.place, random);
}

/** Scribbles over both codes: nobody can tell by machine what the sheet is. */
export function withoutCodes(sheet: Sheet, random: () => number): Sheet {
  return scribbled(
    sheet,
    paperOf(sheet).codes.map(({ place }) => place),
    random,
  );
}

/** Destroys one of the four corner marks: torn off with its corner, stuck over, or half hidden by a staple's dog-ear. */
export function withoutOneMark(sheet: Sheet, random: () => number): Sheet {
  const mark = paperOf(sheet).marks[Math.floor(random() * cornerMarks)];
  if (mark === undefined) return sheet;
  const how = random();
  if (how < 0.5) return torn(sheet, mark, random);
  if (how < 0.75) return covered(sheet, mark, random);
  return covered(sheet, { ...mark, width: mark.width * (0.2 + random() * 0.4) }, random);
}

/** Turns the sheet a quarter, half or three quarters round before it is photographed. */
export function turnedRound(sheet: Sheet, random: () => number): Sheet {
  const turns = 1 + Math.floor(random() * 3);
  const { width, height } = sheet;
  const [across, down] = turns === 2 ? [width, height] : [height, width];
  const from = (x: number, y: number): [number, number] => {
    if (turns === 1) return [y, height - x];
    return turns === 2 ? [width - x, height - y] : [width - y, x];
  };
  const data = new Uint8Array(width * height);
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) {
      const [u, v] = from(x + 0.5, y + 0.5);
      data[y * across + x] = sheet.data[Math.floor(v) * width + Math.floor(u)] ?? 255;
    }
  }
  return {
    width: across,
    height: down,
    data,
    from: ({ x, y }) => {
      const [u, v] = from(x, y);
      return { x: u, y: v };
    },
  };
}

/** Lets the back of the sheet show through, mirrored as it is seen from the front. */
export function seenThrough(front: Sheet, back: Sheet, random: () => number): Sheet {
  const share = 0.12 + random() * 0.3;
  const data = front.data.map((value, at) => {
    const x = front.width - 1 - (at % front.width);
    const y = Math.floor(at / front.width);
    const behind = 255 - (back.data[y * back.width + x] ?? 255);
    return value - Math.min(value, behind * share);
  });
  return { ...front, data };
}

/** Back and forth with a thick pen. */
function scribbled(sheet: Sheet, places: readonly Rect[], random: () => number): Sheet {
  const data = Uint8Array.from(sheet.data);
  for (const place of places) {
    const turns = 14;
    for (let turn = 0; turn < turns; turn++) {
      const from = place.x + random() * 3;
      const to = place.x + place.width - random() * 3;
      const [top, bottom] = [turn, turn + 1].map((at) => place.y + (place.height * at) / turns);
      for (let step = 0; step <= 1; step += 0.004) {
        const x = from + (to - from) * step;
        const y = (top ?? 0) + ((bottom ?? 0) - (top ?? 0)) * step;
        disc(sheet, x * pixelsPerMm, y * pixelsPerMm, 6, (at) => {
          data[at] = 25;
        });
      }
    }
  }
  return { ...sheet, data };
}

/** White paper over it, a little more than it covers. */
function covered(sheet: Sheet, place: Rect, random: () => number): Sheet {
  const over = random() * 1.5;
  return painted(
    sheet,
    (x, y) =>
      x > place.x - over &&
      x < place.x + place.width &&
      y > place.y - over &&
      y < place.y + place.height + over,
    250,
  );
}

/** The corner is gone along a line; what lies under the sheet is white or dark. */
function torn(sheet: Sheet, mark: Rect, random: () => number): Sheet {
  const [width, height] = [sheet.width / pixelsPerMm, sheet.height / pixelsPerMm];
  const reach = 42 + random() * 12;
  const lean = 0.7 + random() * 0.6;
  const isGone = (x: number, y: number) => {
    const across = mark.x < width / 2 ? x : width - x;
    const down = mark.y < height / 2 ? y : height - y;
    return across + down * lean < reach;
  };
  return painted(sheet, isGone, random() < 0.5 ? 252 : 45);
}

function painted(sheet: Sheet, isIn: (x: number, y: number) => boolean, tone: number): Sheet {
  const data = sheet.data.map((value, at) =>
    isIn((at % sheet.width) / pixelsPerMm, Math.floor(at / sheet.width) / pixelsPerMm) ? tone : value,
  );
  return { ...sheet, data };
}
