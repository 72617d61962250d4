import { randomBytes } from 'node:crypto';
import { receiveBatch, retireService } from '@guichet/casework';
import { layoutForm, newSerial, pageSigner, renderForm, type Sign } from '@guichet/channels/mail';
import { afterEach, describe, expect, it } from 'vitest';
import {
  blankPdf,
  bombPng,
  gigapixelPdf,
  loopedTiff,
  scriptedPdf,
  swollenPdf,
} from '../support/bad-files.ts';
import { useMailroom } from '../support/mailroom-desk.ts';
import {
  degrade,
  paperOptions,
  printed,
  type Sheet,
  shippedService,
  toScan,
} from '../support/paper/index.ts';
import { useDesk } from '../support/test-desk.ts';

const desk = await useDesk();
const clerk = await desk.staff('commis', ['clerk'], ['voirie']);
const boss = await desk.staff('cheffe', ['supervisor'], ['voirie']);
const mailroom = await useMailroom(desk, clerk);

/** Unit: bytes. What a child may hold at most, whatever it is given. */
const gigabyte = 1024 ** 3;

async function formSheets(
  sign: Sign = mailroom.sign,
  serial = newSerial(),
  version?: number,
): Promise<Sheet[]> {
  const service = shippedService('nid-de-poule');
  const named =
    version === undefined ? service : { ...service, definition: { ...service.definition, version } };
  return printed(await renderForm(layoutForm(named, 'fr', { ...paperOptions, sign, serial })));
}

/** A sheet with a drawing and no code of ours. */
function drawing(width = 850, height = 1100): Sheet {
  const data = Uint8Array.from({ length: width * height }, (_, at) =>
    Math.floor(at / width) % 70 < 5 && at % width > 90 && at % width < width - 90 ? 20 : 255,
  );
  return { width, height, data };
}

afterEach(() => {
  const held = mailroom.peak();
  expect(held).toBeLessThan(gigabyte);
});

describe('a file that can not be read is refused with its reason', () => {
  it.each([
    ['encrypted', () => blankPdf(1, { userPassword: 'secret' })],
    ['corrupt', async () => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(50_000)])],
    ['corrupt', async () => (await toScan([drawing()], 'jpeg')).subarray(0, 3000)],
    ['corrupt', async () => (await toScan([drawing()], 'png')).subarray(0, 900)],
    ['not-a-document', async () => Buffer.from('<html><script>alert(1)</script></html>')],
    ['too-many-pages', () => blankPdf(2000)],
    ['too-many-pages', () => blankPdf(201)],
    ['too-large', async () => bombPng(100_000)],
    ['too-large', async () => bombPng(20_000)],
  ])('%s', async (why, make) => {
    const batch = await mailroom.read(await make());
    expect(batch.refusedWhy).toBe(why);
    expect(batch.readAt).not.toBeNull();
    expect(batch.letterRows).toEqual([]);
  });

  it('an empty file is not even taken in', async () => {
    const empty = { bytes: Buffer.alloc(0), fileName: 'vide.pdf', mediaType: 'x', source: 'upload' } as const;
    await expect(receiveBatch(desk.ctx, empty)).rejects.toMatchObject({ publicKey: 'batch-empty' });
  });

  it('a TIFF whose pages go round and round ends', async () => {
    for (const pages of [1, 3]) {
      const batch = await mailroom.read(loopedTiff(pages));
      expect(batch.readAt).not.toBeNull();
      expect(batch.refusedWhy ?? batch.pageRows.length).toBeTruthy();
    }
  });
});

describe('what can be read of a file is read, and the rest goes to a person', () => {
  it('a page of ten thousand million pixels costs that page alone', async () => {
    const { refusedWhy, pageRows, letters } = await mailroom.read(gigapixelPdf());
    expect(refusedWhy).toBeNull();
    expect(pageRows.map(({ takenFor }) => takenFor)).toEqual([expect.any(String), 'letter']);
    expect(letters).toBeGreaterThan(0);
  });

  it('a page that swells to more than a gigabyte costs that page alone', async () => {
    const { refusedWhy, pageRows } = await mailroom.read(swollenPdf());
    expect(refusedWhy).toBeNull();
    expect(pageRows.map(({ takenFor }) => takenFor)).toEqual(['undecodable', 'letter']);
  });

  it('a PDF cut in half is refused, or its pages go to a person', async () => {
    const whole = await toScan([drawing(), drawing(), drawing()], 'pdf');
    const batch = await mailroom.read(whole.subarray(0, Math.floor(whole.length / 2)));
    expect(batch.readAt).not.toBeNull();
    expect(batch.refusedWhy ?? batch.letters).toBeTruthy();
  });

  it('a PDF with scripts and a file inside is a letter like another, and runs nothing', async () => {
    const batch = await mailroom.read(scriptedPdf());
    expect(batch.refusedWhy).toBeNull();
    expect(batch.pageRows).toMatchObject([{ takenFor: 'letter', doubts: [] }]);
  });

  it('a photo of something else goes to a person', async () => {
    const batch = await mailroom.read(await toScan([drawing()], 'jpeg'));
    expect(batch.pageRows).toMatchObject([{ takenFor: 'letter' }]);
    expect(batch.letterRows).toMatchObject([{ serviceCode: null }]);
  });

  it('a form of another body is nobody’s: its code proves nothing here', async () => {
    const foreign = await formSheets(pageSigner(Buffer.from('a key of another body')));
    const batch = await mailroom.read(await toScan(foreign.slice(0, 1), 'pdf'));
    expect(batch.pageRows).toMatchObject([{ takenFor: 'letter', doubts: ['forged-code'] }]);
    expect(batch.letterRows).toMatchObject([{ serviceCode: null }]);
  });

  it('two forms on one page name neither', async () => {
    const [[left], [right]] = [await formSheets(), await formSheets()];
    if (!left || !right) throw new Error('no sheets');
    const batch = await mailroom.read(await toScan([sideBySide(left, right)], 'jpeg'));
    expect(batch.pageRows).toMatchObject([{ takenFor: 'letter', doubts: ['two-codes'] }]);
  });

  it('a form of a version that was never ours to read goes to a person', async () => {
    const batch = await mailroom.read(
      await toScan(await formSheets(mailroom.sign, newSerial(), 9999), 'pdf'),
    );
    expect(batch.pageRows.map(({ takenFor }) => takenFor)).not.toContain('undecodable');
    for (const { doubts } of batch.pageRows) expect(doubts).toContain('unknown-form');
    expect(batch.letterRows).toMatchObject([{ serviceCode: null }]);
  });

  it('a form of a version on offer no more is read as it was asked', async () => {
    const { version } = shippedService('nid-de-poule').definition;
    await retireService(boss, { code: 'nid-de-poule', version, why: 'Remplacée' });
    const batch = await mailroom.read(await toScan(await formSheets(), 'pdf'));
    expect(batch.letterRows).toMatchObject([{ serviceCode: 'nid-de-poule', missingPages: [] }]);
  });

  it('the same letter sent twice names the other one', async () => {
    const sheets = await formSheets();
    const [one, two] = [await degrade(sheets, 'flatbed', 1), await degrade(sheets, 'flatbed', 2)];
    const first = await mailroom.read(await toScan(one, 'pdf'));
    const second = await mailroom.read(await toScan(two, 'pdf'));
    expect(second.id).not.toBe(first.id);
    expect(second.letterRows[0]?.sameSerial).toMatchObject([
      { id: first.letterRows[0]?.id, batchId: first.id },
    ]);
  });
});

function sideBySide(left: Sheet, right: Sheet): Sheet {
  const width = left.width + right.width;
  const data = new Uint8Array(width * left.height).fill(255);
  for (let y = 0; y < left.height; y++) {
    data.set(left.data.subarray(y * left.width, (y + 1) * left.width), y * width);
    data.set(right.data.subarray(y * right.width, (y + 1) * right.width), y * width + left.width);
  }
  return { width, height: left.height, data };
}
