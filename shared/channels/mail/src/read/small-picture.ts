import sharp from 'sharp';

/** Unit: pixels; a Letter sheet stays about 18 dots per inch, at which no line of text can be read. */
const smallWidth = 160;

/** Makes the small picture of a page: enough to find its sheet in a pile by, too little to read it. Shape: JPEG in, JPEG out. */
export async function smallPicture(image: Uint8Array): Promise<Buffer> {
  return sharp(image, { failOn: 'none' }).resize({ width: smallWidth }).jpeg({ quality: 60 }).toBuffer();
}
