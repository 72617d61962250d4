import type { Sheet } from './sheet.ts';

/** Strews dust, dark on paper and light on ink. */
export function dusty(sheet: Sheet, random: () => number): Sheet {
  const data = Uint8Array.from(sheet.data);
  const specks = 60 + Math.floor(random() * 120);
  for (let speck = 0; speck < specks; speck++) {
    const [x, y] = [random() * sheet.width, random() * sheet.height];
    const radius = 0.7 + random() * random() * 3;
    const tone = random() < 0.8 ? 40 + random() * 90 : 250;
    disc(sheet, x, y, radius, (at) => {
      data[at] = tone;
    });
  }
  return { ...sheet, data };
}

/** Draws the line that dirt under a feeder's glass leaves down the whole sheet. */
export function streaked(sheet: Sheet, random: () => number): Sheet {
  const data = Uint8Array.from(sheet.data);
  const x = Math.round(sheet.width * (0.05 + random() * 0.9));
  const wide = 1 + Math.floor(random() * 3);
  const tone = 0.3 + random() * 0.5;
  for (let y = 0; y < sheet.height; y++)
    for (let over = 0; over < wide; over++)
      data[y * sheet.width + x + over] = (data[y * sheet.width + x + over] ?? 255) * tone;
  return { ...sheet, data };
}

/** Throws the soft shadow of a hand or an arm across the sheet. */
export function shadowed(sheet: Sheet, random: () => number): Sheet {
  const angle = random() * 2 * Math.PI;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const edge = (random() - 0.3) * sheet.width * 0.4;
  const [soft, depth] = [60 + random() * 200, 0.3 + random() * 0.25];
  const data = sheet.data.map((value, at) => {
    const x = (at % sheet.width) - sheet.width / 2;
    const y = Math.floor(at / sheet.width) - sheet.height / 2;
    const inside = Math.max(0, Math.min(1, (x * cos + y * sin - edge) / soft));
    return value * (1 - depth * inside);
  });
  return { ...sheet, data };
}

/** Visits the pixels of a disc that lie on the sheet. */
export function disc(sheet: Sheet, x: number, y: number, radius: number, visit: (at: number) => void): void {
  for (let row = Math.ceil(y - radius); row <= y + radius; row++) {
    for (let column = Math.ceil(x - radius); column <= x + radius; column++) {
      if (row < 0 || column < 0 || row >= sheet.height || column >= sheet.width) continue;
      if (Math.hypot(column - x, row - y) <= radius) visit(row * sheet.width + column);
    }
  }
}
