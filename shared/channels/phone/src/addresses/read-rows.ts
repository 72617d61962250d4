import { parse } from 'csv-parse/sync';

/** One line of a file: its fields, or nothing when it can't be read. */
export interface Row {
  line: number;
  fields: readonly string[] | undefined;
}

/** Unit: lines. Enough that a block costs little more than its lines, few enough to read again one by one. */
const blockMax = 100;

/**
 * Reads separated values line by line; empty lines stay out.
 *
 * Guarantee: a line is a row, so a quote left open takes no other line with it.
 * Shape: commas, or the semicolons or tabs that the first line shows.
 */
export async function* readRows(chunks: AsyncIterable<string>): AsyncGenerator<Row> {
  let delimiter: string | undefined;
  let block: Line[] = [];
  for await (const line of linesOf(chunks)) {
    delimiter ??= [';', '\t'].find((mark) => line.text.includes(mark)) ?? ',';
    block.push(line);
    if (block.length < blockMax) continue;
    yield* rowsOf(block, delimiter);
    block = [];
  }
  yield* rowsOf(block, delimiter ?? ',');
}

interface Line {
  number: number;
  text: string;
}

async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<Line> {
  let number = 0;
  let rest = '';
  const take = (text: string): Line[] => {
    number += 1;
    return text.trim() === '' ? [] : [{ number, text }];
  };
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield* take(line);
  }
  yield* take(rest);
}

/** A block is read at once; where a line of it is faulty, each is read by itself. */
function rowsOf(lines: readonly Line[], delimiter: string): Row[] {
  const records = fieldsOf(lines, delimiter);
  if (records?.length === lines.length)
    return lines.map(({ number }, index) => ({ line: number, fields: records[index] }));
  return lines.map((line) => ({ line: line.number, fields: fieldsOf([line], delimiter)?.[0] }));
}

function fieldsOf(lines: readonly Line[], delimiter: string): string[][] | undefined {
  const text = lines.map((line) => line.text).join('\n');
  try {
    // Trimming also takes a byte order mark, and the CR of a line that ends in CRLF.
    return parse(text, { delimiter, record_delimiter: '\n', relax_column_count: true, trim: true });
  } catch {
    return undefined;
  }
}
