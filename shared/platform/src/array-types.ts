type Serialize = (value: unknown) => unknown;
type Parse = (text: string) => unknown;

/** The part of the driver's options that holds how types travel. */
export interface TypeTables {
  readonly parsers: Record<number, Parse | undefined>;
  readonly serializers: Record<number, Serialize | undefined>;
  readonly shared: { readonly typeArrayMap: Record<number, number> };
}

/** Element type → its array type. Source: PostgreSQL's pg_type, where these numbers never change */
const arrayTypes: Readonly<Record<number, number>> = {
  16: 1000, // boolean
  17: 1001, // bytea
  20: 1016, // bigint
  23: 1007, // integer
  25: 1009, // text
  701: 1022, // double precision
  1082: 1182, // date
  1184: 1185, // timestamptz
  1700: 1231, // numeric
  2950: 2951, // uuid
  3802: 3807, // jsonb
};

/**
 * Teaches the driver the one-dimensional arrays of the types we use, so that it need not ask the server.
 *
 * The driver asks on each new connection, and a server that goes away meanwhile makes it reject where nobody can catch.
 */
export function registerArrayTypes({ parsers, serializers, shared }: TypeTables): void {
  for (const [element, array] of Object.entries(arrayTypes)) {
    const type = Number(element);
    shared.typeArrayMap[type] = array;
    parsers[array] = (text) =>
      parseArray(text).map((item) => (item === null ? null : parseItem(parsers[type], item)));
    serializers[array] = (value) => (Array.isArray(value) ? writeArray(value, serializers[type]) : value);
  }
}

function parseItem(parse: Parse | undefined, text: string): unknown {
  return parse === undefined ? text : parse(text);
}

/** Reads `{a,"b \"c\"",NULL}`. */
export function parseArray(text: string): (string | null)[] {
  const items: (string | null)[] = [];
  const item = /"((?:[^"\\]|\\.)*)"|([^",{}]+)/gs;
  for (const [, quoted, bare] of text.matchAll(item)) {
    if (quoted !== undefined) items.push(quoted.replaceAll(/\\(.)/gs, '$1'));
    else if (bare !== undefined) items.push(bare === 'NULL' ? null : bare);
  }
  return items;
}

function writeArray(values: readonly unknown[], serialize: Serialize | undefined): string {
  const items = values.map((value) => {
    if (value === null || value === undefined) return 'NULL';
    const text = String(serialize === undefined ? value : serialize(value));
    return `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
  });
  return `{${items.join(',')}}`;
}
