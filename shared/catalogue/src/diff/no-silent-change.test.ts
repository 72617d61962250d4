import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { Data } from '../check/spoilt.ts';
import { compile } from '../compile.ts';
import { type ServiceDefinition, serviceDefinition } from '../definition.ts';
import { loadCatalogue } from '../load.ts';
import { everyType } from '../samples/every-type.ts';
import { diffServices } from './diff-services.ts';

const pack = loadCatalogue(fileURLToPath(new URL('../../packs', import.meta.url)));
const definitions = [
  everyType,
  ...['changement-adresse'].flatMap((code) => pack.find(code)?.definition ?? []),
  ...pack.services.flatMap(({ definition }) =>
    definition.computed && definition.fee?.instalments ? [definition] : [],
  ),
];
it.each(definitions.map((definition) => [definition.code, definition] as const))(
  'no value of %s can change without being told',
  (_, definition) => {
    const old = compile(definition);
    // Every type of question stands in the sample: of the others, the rest is looked at.
    const places = leaves(definition).filter(([part]) => part !== 'questions' || definition === everyType);
    const silent = places.flatMap((path) => {
      const now = otherAt(definition, path);
      if (now === undefined) return [];
      const { changes, inside } = diffServices(old, compile(now));
      return changes.length + inside.length > 0 ? [] : [path.join('.')];
    });
    expect(silent).toEqual(['code', 'version']);
  },
);

type Path = readonly (string | number)[];

function leaves(node: unknown, path: Path = []): Path[] {
  if (typeof node !== 'object' || node === null) return [path];
  return Object.entries(node).flatMap(([key, value]) => leaves(value, [...path, key]));
}

/** The definition with another value at one place; undefined where the language has no other. */
function otherAt(definition: ServiceDefinition, path: Path): ServiceDefinition | undefined {
  const copy = JSON.parse(JSON.stringify(definition)) as Data;
  const parent = path.slice(0, -1).reduce<Data>((node, step) => node[step as never] as Data, copy);
  const last = path.at(-1) as never;
  const value = parent[last] as unknown;
  const words = [
    'sensitive',
    'open',
    'archive',
    'luhn',
    'none',
    'counter',
    'post',
    'hours',
    'business-days',
    'online',
    'families',
    'youth',
    'leisure',
    'health',
    'monday',
    'contact-proven',
    '2030-01-01',
    '10:00',
  ];
  const others =
    typeof value === 'string'
      ? [`${value}x`, ...words.filter((word) => word !== value)]
      : typeof value === 'number'
        ? [value + 1, value - 1]
        : [!value];
  for (const other of others) {
    parent[last] = other as never;
    const read = serviceDefinition.safeParse(copy);
    if (read.success) return read.data;
  }
  return undefined;
}
