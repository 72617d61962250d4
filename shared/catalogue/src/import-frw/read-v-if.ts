/** What a `v-if` of a form says, as far as it is data. */
export type Test =
  | { kind: 'literal'; value: string | number | boolean | undefined }
  | { kind: 'list'; values: (string | number)[] }
  | { kind: 'answer'; name: string }
  | { kind: 'length'; of: string }
  | { kind: 'includes'; in: Test; what: Test }
  | { kind: 'compare'; operator: Operator; left: Test; right: Test }
  | { kind: 'all' | 'any'; parts: Test[] }
  | { kind: 'not'; part: Test };

type Operator = '==' | '!=' | '>=' | '<=' | '>' | '<';

const tokens =
  /\s*(?:(===?|!==?|>=|<=|&&|\|\||\?\.|[()[\],.!<>])|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`([^`]*)`|(\d+(?:\.\d+)?)|([A-Za-z_$][\w$]*))/y;

type Token = { type: 'sign' | 'text' | 'number' | 'word'; value: string };

/**
 * Reads a `v-if`: comparisons, `includes`, `&&`, `||`, `!` and brackets over answers and plain values.
 *
 * Shape: undefined for all else, which is a script
 */
export function readVIf(source: string): Test | undefined {
  const list = split(source);
  if (list === undefined) return undefined;
  const reader = new Reader(list);
  const test = reader.any();
  return reader.ended() ? test : undefined;
}

function split(source: string): Token[] | undefined {
  const list: Token[] = [];
  let at = 0;
  while (source.slice(at).trim() !== '') {
    tokens.lastIndex = at;
    const match = tokens.exec(source);
    if (match === null) return undefined;
    at = tokens.lastIndex;
    const [, sign, single, double, template, number, word] = match;
    const text = single ?? double ?? template;
    if (sign !== undefined) list.push({ type: 'sign', value: sign === '?.' ? '.' : sign });
    else if (text !== undefined) list.push({ type: 'text', value: text });
    else if (number !== undefined) list.push({ type: 'number', value: number });
    else list.push({ type: 'word', value: word ?? '' });
  }
  return list;
}

/** Each method gives undefined as soon as something is not data. */
class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(list: readonly Token[]) {
    this.#tokens = list;
  }

  ended(): boolean {
    return this.#at === this.#tokens.length;
  }

  any(): Test | undefined {
    return this.#joined('||', 'any', () => this.#joined('&&', 'all', () => this.#not()));
  }

  #joined(sign: string, kind: 'all' | 'any', part: () => Test | undefined): Test | undefined {
    const parts: Test[] = [];
    do {
      const read = part();
      if (read === undefined) return undefined;
      parts.push(read);
    } while (this.#take(sign));
    const [only] = parts;
    return parts.length === 1 ? only : { kind, parts };
  }

  #not(): Test | undefined {
    if (!this.#take('!')) return this.#comparison();
    this.#depth += 1;
    const part = this.#depth > 40 ? undefined : this.#not();
    this.#depth -= 1;
    return part && { kind: 'not', part };
  }

  #comparison(): Test | undefined {
    const left = this.#operand();
    const sign = this.#peek();
    const operator = operators[sign];
    if (left === undefined || operator === undefined) return left;
    this.#at += 1;
    const right = this.#operand();
    return right && { kind: 'compare', operator, left, right };
  }

  #operand(): Test | undefined {
    let test = this.#primary();
    while (test !== undefined && this.#take('.')) {
      const word = this.#word();
      if (word === 'length' && test.kind === 'answer') test = { kind: 'length', of: test.name };
      else if (word === 'includes' && this.#take('(')) {
        const what = this.#operand();
        test = what && this.#take(')') ? { kind: 'includes', in: test, what } : undefined;
      } else test = undefined;
    }
    return test;
  }

  #primary(): Test | undefined {
    const token = this.#tokens[this.#at];
    if (token === undefined) return undefined;
    this.#at += 1;
    if (token.type === 'text') return { kind: 'literal', value: token.value };
    if (token.type === 'number') return { kind: 'literal', value: Number(token.value) };
    if (token.value === '(') {
      this.#depth += 1;
      const inner = this.#depth > 40 ? undefined : this.any();
      this.#depth -= 1;
      return inner && this.#take(')') ? inner : undefined;
    }
    if (token.value === '[') return this.#list();
    if (token.type !== 'word') return undefined;
    if (Object.hasOwn(words, token.value)) return { kind: 'literal', value: words[token.value] };
    return this.#answer(token.value);
  }

  /** `val('x')`, `this.val('x', index)`, `form.x`, `this.form.x`. */
  #answer(first: string): Test | undefined {
    let word: string | undefined = first;
    if (word === 'this') word = this.#take('.') ? this.#word() : undefined;
    if (word === 'form') {
      const name = this.#take('.') ? this.#word() : undefined;
      return name === undefined ? undefined : { kind: 'answer', name };
    }
    if (word !== 'val' || !this.#take('(')) return undefined;
    const name = this.#tokens[this.#at];
    if (name?.type !== 'text') return undefined;
    this.#at += 1;
    // Within a repeated group the place of the entry is told: it is always this entry.
    if (this.#take(',') && this.#word() !== 'index') return undefined;
    return this.#take(')') ? { kind: 'answer', name: name.value } : undefined;
  }

  #list(): Test | undefined {
    const values: (string | number)[] = [];
    do {
      const token = this.#tokens[this.#at];
      if (token?.type !== 'text' && token?.type !== 'number') return undefined;
      this.#at += 1;
      values.push(token.type === 'number' ? Number(token.value) : token.value);
    } while (this.#take(','));
    return this.#take(']') ? { kind: 'list', values } : undefined;
  }

  #peek(): string {
    const token = this.#tokens[this.#at];
    return token?.type === 'sign' ? token.value : '';
  }

  #take(sign: string): boolean {
    if (this.#peek() !== sign) return false;
    this.#at += 1;
    return true;
  }

  #word(): string | undefined {
    const token = this.#tokens[this.#at];
    if (token?.type !== 'word') return undefined;
    this.#at += 1;
    return token.value;
  }
}

const words: Record<string, boolean | undefined> = { true: true, false: false, null: undefined, undefined };
const operators: Record<string, Operator | undefined> = {
  '==': '==',
  '===': '==',
  '!=': '!=',
  '!==': '!=',
  '>=': '>=',
  '<=': '<=',
  '>': '>',
  '<': '<',
};
