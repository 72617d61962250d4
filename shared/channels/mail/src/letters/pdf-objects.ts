/** The objects of a PDF that we wrote: a table of offsets, each object in plain sight. Source: ISO 32000-1, 7.3 and 7.5 */
export class PdfObjects {
  readonly #bytes: Buffer;
  readonly #offsets = new Map<number, number>();
  readonly #root: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const tail = this.#bytes.subarray(-2048).toString('latin1');
    const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN);
    const table = Number.isNaN(start) ? '' : this.#bytes.subarray(start).toString('latin1');
    const rows = /^xref\s+0 (\d+)\s+/.exec(table);
    const root = /\/Root (\d+) 0 R/.exec(table)?.[1];
    if (rows === null || root === undefined) throw new Error('a PDF without a plain table of objects');
    for (let id = 0; id < Number(rows[1]); id++) {
      const row = table.slice(rows[0].length + id * 20, rows[0].length + id * 20 + 18);
      if (row.endsWith('n')) this.#offsets.set(id, Number(row.slice(0, 10)));
    }
    this.#root = Number(root);
  }

  /** Gives the pages, in order. Shape: one level, as pdfkit writes them. */
  pages(): number[] {
    const tree = Number(/\/Pages (\d+) 0 R/.exec(this.#head(this.#root))?.[1]);
    const kids = /\/Kids \[([^\]]*)\]/.exec(this.#head(tree))?.[1] ?? '';
    return [...kids.matchAll(/(\d+) 0 R/g)].map((match) => Number(match[1]));
  }

  mediaBox(page: number): string | undefined {
    return /\/MediaBox (\[[^\]]*\])/.exec(this.#head(page))?.[1];
  }

  /** Gives a page and all that it is drawn from. */
  reachable(page: number): Set<number> {
    const found = new Set<number>([page]);
    for (const id of found) {
      for (const to of referencesIn(ownPart(this.#head(id)))) found.add(to);
    }
    return found;
  }

  /** Gives an object with its references under other numbers; a page under another parent, without its place in the structure. */
  copied(id: number, numbers: ReadonlyMap<number, number>, parent: string | undefined): Buffer {
    const head = this.#head(id);
    const own = parent === undefined ? head : ownPart(head).replace(/^(\s*<<)/, `$1 /Parent ${parent}`);
    const renamed = own.replace(tokens, (whole, target?: string) =>
      target === undefined ? whole : `${numbers.get(Number(target)) ?? 0} 0 R`,
    );
    return Buffer.concat([Buffer.from(renamed, 'latin1'), this.#stream(id, head)]);
  }

  /** The object without the bytes of its stream. */
  #head(id: number): string {
    const offset = this.#offsets.get(id);
    if (offset === undefined) throw new Error(`no object ${id}`);
    const begin = this.#bytes.indexOf('obj', offset) + 3;
    const end = this.#bytes.indexOf('endobj', begin);
    const stream = this.#bytes.indexOf('\nstream\n', begin, 'latin1');
    const until = stream !== -1 && stream < end ? stream : end;
    return this.#bytes.subarray(begin, until).toString('latin1').trim();
  }

  #stream(id: number, head: string): Buffer {
    const offset = this.#offsets.get(id) ?? 0;
    const begin = this.#bytes.indexOf('obj', offset) + 3;
    const stream = this.#bytes.indexOf('\nstream\n', begin, 'latin1');
    const length = /\/Length (\d+)(?! 0 R)/.exec(head)?.[1];
    if (stream === -1 || length === undefined || stream > this.#bytes.indexOf('endobj', begin))
      return Buffer.alloc(0);
    const from = stream + '\nstream\n'.length;
    return Buffer.concat([
      Buffer.from('\nstream\n'),
      this.#bytes.subarray(from, from + Number(length)),
      Buffer.from('\nendstream'),
    ]);
  }
}

/** Strings are passed over: what looks like a reference in a text is none. */
const tokens = /\((?:\\[\s\S]|[^\\()])*\)|<[0-9A-Fa-f\s]*>|\b(\d+) 0 R\b/g;

function referencesIn(head: string): number[] {
  return [...head.matchAll(tokens)].flatMap((match) => (match[1] === undefined ? [] : [Number(match[1])]));
}

/** Neither up to the tree of pages nor over to the structure. */
function ownPart(head: string): string {
  return head.replace(/\/Parent \d+ 0 R/g, '').replace(/\/StructParents? \d+/g, '');
}
