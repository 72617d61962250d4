import sharp from 'sharp';

/** What is written on a page, and where. Unit: pixels at 300 dots per inch. */
export interface Written {
  text: string;
  crop: { page: number; x: number; y: number; width: number; height: number };
}

const [width, height] = [2550, 3300];

/** Draws a page with what is written on it, as a scanner would give it. */
export async function letterPicture(written: readonly Written[]): Promise<Buffer> {
  const lines = written.map(
    ({ text, crop: { x, y, width: wide, height: tall } }) =>
      `<rect x="${x}" y="${y}" width="${wide}" height="${tall}" fill="none" stroke="#888"/>
       <text x="${x + 16}" y="${y + tall - 22}" font-size="52" font-family="serif">${escaped(text)}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#fff"/>${lines.join('')}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 60 }).toBuffer();
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
