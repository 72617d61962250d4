import { type Alias, type Document, isPair, isScalar, isSeq, type Node, visit, type YAMLMap } from 'yaml';
import type { YamlWords } from './yaml-words.ts';

/** A part of a YAML file that a definition may not have. Unit: `offset`, characters from the start. */
export interface ForbiddenYaml extends YamlWords {
  offset: number;
  /** Where in the data, e.g. `questions.3.label`. */
  key: string;
}

type Above = readonly unknown[];
type Kind = 'anchor' | 'alias' | 'tag' | 'merge';

/**
 * Finds what YAML allows and a definition does not: keys written twice, anchors, aliases, merge keys and tags.
 *
 * Guarantee: each kind but the repeated keys is told once, at its first place, however many there are.
 */
export function forbiddenYaml(document: Document): ForbiddenYaml[] {
  const repeated: ForbiddenYaml[] = [];
  const first = new Map<Kind, { name: string; offset: number; key: string; others: number }>();
  const meet = (kind: Kind, name: string, node: Node, key: string): void => {
    const met = first.get(kind);
    if (met) met.others += 1;
    else first.set(kind, { name, offset: node.range?.[0] ?? 0, key, others: 0 });
  };
  const dress = (node: Exclude<Node, Alias>, above: Above): void => {
    const key = keyOf([...above, node]);
    if (node.anchor !== undefined) meet('anchor', `&${node.anchor}`, node, key);
    if (node.tag !== undefined) meet('tag', node.tag, node, key);
  };
  visit(document, {
    // The parser's own search for repeated keys takes time that grows with the square of their number.
    Map(_, map, above) {
      dress(map, above);
      repeated.push(...repeatedKeys(map, [...above, map]));
      for (const { key } of map.items)
        if (isScalar(key) && key.value === '<<') meet('merge', '<<', key, keyOf([...above, map]));
    },
    Scalar: (_, node, above) => dress(node, above),
    Seq: (_, node, above) => dress(node, above),
    Alias: (_, alias, above) => meet('alias', `*${alias.source}`, alias, keyOf([...above, alias])),
  });
  const kinds = [...first].map(([kind, { name, offset, key, others }]) => ({
    offset,
    key,
    ...said[kind](name, others),
  }));
  return [...repeated, ...kinds].sort((a, b) => a.offset - b.offset);
}

function repeatedKeys(map: YAMLMap, above: Above): ForbiddenYaml[] {
  const seen = new Set<string>();
  return map.items.flatMap(({ key }): ForbiddenYaml[] => {
    if (!isScalar(key)) return [];
    const name = String(key.value);
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    const path = [keyOf(above), name].filter(Boolean).join('.');
    return [
      {
        offset: key.range?.[0] ?? 0,
        key: path,
        message: { fr: `la clé \`${name}\` est déjà là`, en: `key \`${name}\` is there already` },
        suggestion: { fr: 'gardez-en une seule', en: 'keep one of them' },
      },
    ];
  });
}

const writeOut = {
  fr: 'écrivez le texte en entier là où il sert',
  en: 'write the text out wherever it serves',
};

const more = (others: number): { fr: string; en: string } =>
  others === 0
    ? { fr: '', en: '' }
    : { fr: ` (et ${others} de plus dans ce fichier)`, en: ` (and ${others} more in this file)` };

const said: Record<Kind, (name: string, others: number) => YamlWords> = {
  anchor: (name, others) => ({
    message: {
      fr: `l’ancre \`${name}\` n’est pas permise${more(others).fr}`,
      en: `anchor \`${name}\` is not allowed${more(others).en}`,
    },
    suggestion: writeOut,
  }),
  alias: (name, others) => ({
    message: {
      fr: `l’alias \`${name}\` n’est pas permis${more(others).fr}`,
      en: `alias \`${name}\` is not allowed${more(others).en}`,
    },
    suggestion: writeOut,
  }),
  merge: (name, others) => ({
    message: {
      fr: `la clé de fusion \`${name}\` n’est pas permise${more(others).fr}`,
      en: `merge key \`${name}\` is not allowed${more(others).en}`,
    },
    suggestion: { fr: 'écrivez chaque clé', en: 'write each key' },
  }),
  tag: (name, others) => ({
    message: {
      fr: `l’étiquette \`${name}\` n’est pas permise${more(others).fr}`,
      en: `tag \`${name}\` is not allowed${more(others).en}`,
    },
    suggestion: { fr: 'retirez-la', en: 'take it out' },
  }),
};

/** Names a place by the keys and positions on the way to it. */
function keyOf(way: Above): string {
  const steps = way.flatMap((node, at): (string | number)[] => {
    if (isPair(node)) return isScalar(node.key) && way[at + 1] !== node.key ? [String(node.key.value)] : [];
    const next = way[at + 1];
    return isSeq(node) && next !== undefined ? [node.items.indexOf(next)] : [];
  });
  return steps.join('.');
}
