import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import { linesOf, type PageLine } from './free/page-text.ts';
import { type GreyImage, graymapOf } from './grey-image.ts';

/** One reading of a picture. */
export interface TextReading {
  readonly text: string;
  /** How sure the engine is: of its weakest word, or of its weakest character where an alphabet was given. 0 to 1. */
  readonly confidence: number;
}

export interface ReadingOptions {
  /**
   * `fra` and `eng` are recurrent networks that read whole lines: one knows French words, the other is better at codes,
   * numbers and e-mail addresses. `shapes` is no network: it tells French letters one by one by their outlines, so its
   * mistakes are others.
   */
  readonly model: 'fra' | 'eng' | 'shapes';
  /** Only these characters may be there. */
  readonly alphabet?: string;
  readonly shape?: 'line' | 'block' | 'character';
}

/** Reads text out of pictures, one at a time for each model. */
export interface TextReader {
  read(image: GreyImage, options: ReadingOptions): Promise<TextReading>;
  /** Reads a whole upright page, whatever stands on it, line by line. */
  readPage(image: GreyImage, model: ReadingOptions['model']): Promise<PageLine[]>;
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
  const starts: Turns = { tail: Promise.resolve() };
  const inTurn = <T>(model: ReadingOptions['model'], work: (lane: Lane) => Promise<T>): Promise<T> => {
    const lane = lanes.get(model) ?? newLane(model, starts);
    lanes.set(model, lane);
    return takeTurn(lane, () => work(lane));
  };
  return {
    read: (image, options) => inTurn(options.model, (lane) => readInLane(lane, image, options)),
    readPage: (image, model) => inTurn(model, (lane) => readPageInLane(lane, image)),
    async close() {
      for (const lane of lanes.values()) {
        await lane.tail;
        await lane.worker?.terminate();
      }
      lanes.clear();
    },
  };
}

/** Things that are done one after the other. */
interface Turns {
  tail: Promise<unknown>;
}

function takeTurn<T>(turns: Turns, work: () => Promise<T>): Promise<T> {
  const turn = turns.tail.then(work);
  turns.tail = turn.catch(() => undefined);
  return turn;
}

interface Lane extends Turns {
  readonly model: ReadingOptions['model'];
  /** Of all engines: while one starts it holds thrice what it holds later, so they start one by one. */
  readonly starts: Turns;
  worker: Worker | undefined;
  read: number;
  settings: string;
}

const newLane = (model: ReadingOptions['model'], starts: Turns): Lane => ({
  model,
  starts,
  worker: undefined,
  read: 0,
  settings: '',
  tail: Promise.resolve(),
});

const picturesMax = 5000;

/** Gives the lane's engine, set for one kind of picture. */
async function engineOf(lane: Lane, mode: PSM, alphabet = ''): Promise<Worker> {
  if (lane.read >= picturesMax) {
    await lane.worker?.terminate();
    lane.worker = undefined;
  }
  lane.worker ??= await takeTurn(lane.starts, () => startWorker(lane));
  lane.read += 1;
  const settings = `${mode}:${alphabet}`;
  if (settings !== lane.settings) {
    await lane.worker.setParameters({ tessedit_pageseg_mode: mode, tessedit_char_whitelist: alphabet });
    lane.settings = settings;
  }
  return lane.worker;
}

async function readPageInLane(lane: Lane, image: GreyImage): Promise<PageLine[]> {
  const worker = await engineOf(lane, PSM.AUTO);
  const { data } = await worker.recognize(graymapOf(image), {}, { text: false, blocks: true });
  return linesOf(data.blocks ?? []);
}

async function readInLane(lane: Lane, image: GreyImage, options: ReadingOptions): Promise<TextReading> {
  const mode = { line: PSM.SINGLE_LINE, block: PSM.SINGLE_BLOCK, character: PSM.SINGLE_CHAR }[
    options.shape ?? 'line'
  ];
  const worker = await engineOf(lane, mode, options.alphabet);
  const { data } = await worker.recognize(graymapOf(image), {}, { text: true, blocks: true });
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
  const byShapes = lane.model === 'shapes';
  const language = byShapes ? 'fra' : lane.model;
  const data = dirname(require.resolve(`@tesseract.js-data/${language}`));
  lane.read = 0;
  lane.settings = '';
  const worker = await createWorker(language, byShapes ? OEM.TESSERACT_ONLY : OEM.LSTM_ONLY, {
    // Of the two sets of data in the package only the older holds the outlines.
    langPath: join(data, byShapes ? '4.0.0' : '4.0.0_best_int'),
    cacheMethod: 'none',
    gzip: true,
    legacyCore: byShapes,
    errorHandler: () => undefined,
  });
  // The engine has read it; the copy that it was given would only hold memory, 14 MB of the outlines.
  await worker.FS('unlink', [`${language}.traineddata`]);
  await worker.setParameters({
    user_defined_dpi: '300',
    preserve_interword_spaces: '0',
    ...(byShapes ? outlineSettings : {}),
  });
  return worker;
}

/**
 * It learns the letters of what it reads: not here, where each picture is another person's and a reading must not hang
 * on the one before. Cutting letters apart in ever more ways takes a third of its time and changes nothing on scans.
 */
const outlineSettings: Record<string, string> = {
  classify_enable_learning: '0',
  classify_enable_adaptive_matcher: '0',
  chop_enable: '0',
  segsearch_max_pain_points: '50',
  language_model_viterbi_list_max_num_prunable: '3',
};
