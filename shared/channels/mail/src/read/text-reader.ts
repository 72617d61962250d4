import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import type { GreyImage } from './grey-image.ts';

/** One reading of a picture. */
export interface TextReading {
  readonly text: string;
  /** How sure the engine is: of its weakest word, or of its weakest character where an alphabet was given. 0 to 1. */
  readonly confidence: number;
}

export interface ReadingOptions {
  /** `fra` knows French words; `eng` is the better reader of codes, numbers and e-mail addresses. */
  readonly model: 'fra' | 'eng';
  /** Only these characters may be there. */
  readonly alphabet?: string;
  readonly shape?: 'line' | 'block' | 'character';
}

/** Reads text out of pictures, one at a time for each model. */
export interface TextReader {
  read(image: GreyImage, options: ReadingOptions): Promise<TextReading>;
  /** Ends the engines; nothing is left running. */
  close(): Promise<void>;
}

/**
 * Gives a reader whose engines start at their first use, are made anew after many pictures, and read everything from
 * the installed packages.
 *
 * Guarantee: downloads nothing; writes nothing.
 */
export function openTextReader(): TextReader {
  const lanes = new Map<ReadingOptions['model'], Lane>();
  return {
    read(image, options) {
      const lane = lanes.get(options.model) ?? newLane(options.model);
      lanes.set(options.model, lane);
      const turn = lane.tail.then(() => readInLane(lane, image, options));
      lane.tail = turn.catch(() => undefined);
      return turn;
    },
    async close() {
      for (const lane of lanes.values()) {
        await lane.tail;
        await lane.worker?.terminate();
      }
      lanes.clear();
    },
  };
}

interface Lane {
  readonly model: ReadingOptions['model'];
  worker: Worker | undefined;
  read: number;
  settings: string;
  tail: Promise<unknown>;
}

const newLane = (model: ReadingOptions['model']): Lane => ({
  model,
  worker: undefined,
  read: 0,
  settings: '',
  tail: Promise.resolve(),
});

const picturesMax = 5000;

async function readInLane(lane: Lane, image: GreyImage, options: ReadingOptions): Promise<TextReading> {
  if (lane.read >= picturesMax) {
    await lane.worker?.terminate();
    lane.worker = undefined;
  }
  lane.worker ??= await startWorker(lane);
  lane.read += 1;
  const mode = { line: PSM.SINGLE_LINE, block: PSM.SINGLE_BLOCK, character: PSM.SINGLE_CHAR }[
    options.shape ?? 'line'
  ];
  const settings = `${mode}:${options.alphabet ?? ''}`;
  if (settings !== lane.settings) {
    await lane.worker.setParameters({
      tessedit_pageseg_mode: mode,
      tessedit_char_whitelist: options.alphabet ?? '',
    });
    lane.settings = settings;
  }
  const { data } = await lane.worker.recognize(portable(image), {}, { text: true, blocks: true });
  const lines = (data.blocks ?? []).flatMap((block) =>
    block.paragraphs.flatMap((paragraph) => paragraph.lines),
  );
  const words = lines.flatMap((line) => line.words);
  /** A code is no word: what the engine thinks of its spelling says nothing. */
  const judged = options.alphabet === undefined ? words : words.flatMap((word) => word.symbols);
  const weakest = judged.length === 0 ? 0 : Math.min(...judged.map((part) => part.confidence));
  const text = options.shape === 'block' ? flowed(lines) : data.text.trim();
  return { text, confidence: Math.max(0, weakest / 100) };
}

interface Line {
  text: string;
  bbox: { x0: number; x1: number };
}

/** Joins lines that went on only because the box ended; a line that stops well short of the others ends a paragraph. */
function flowed(lines: readonly Line[]): string {
  const right = Math.max(0, ...lines.map((line) => line.bbox.x1));
  const left = Math.min(right, ...lines.map((line) => line.bbox.x0));
  let text = '';
  for (const line of lines) {
    const short = line.bbox.x1 < left + (right - left) * 0.7;
    text += `${line.text.trim()}${short ? '\n' : ' '}`;
  }
  return text.trim();
}

const require = createRequire(import.meta.url);

async function startWorker(lane: Lane): Promise<Worker> {
  const data = dirname(require.resolve(`@tesseract.js-data/${lane.model}`));
  lane.read = 0;
  lane.settings = '';
  const worker = await createWorker(lane.model, OEM.LSTM_ONLY, {
    langPath: join(data, '4.0.0_best_int'),
    cacheMethod: 'none',
    gzip: true,
    errorHandler: () => undefined,
  });
  await worker.setParameters({ user_defined_dpi: '300', preserve_interword_spaces: '0' });
  return worker;
}

/** A portable graymap needs no encoder. */
function portable(image: GreyImage): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${image.width} ${image.height}\n255\n`), image.data]);
}
