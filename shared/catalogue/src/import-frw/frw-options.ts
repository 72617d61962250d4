import type { Option } from '../definition.ts';
import { frwKey } from './frw-key.ts';
import { frwText } from './frw-texts.ts';
import { isData } from './read-frw.ts';

export interface FrwOptions {
  options: Option[];
  /** By the form's value in small letters: the key. */
  keys: Map<string, string>;
  /** Yes and no: no list of options is needed. */
  yesNo: boolean;
  untranslated: boolean;
}

/** Reads the options of a component: `yesno`, a map by value, or a list. */
export function frwOptions(node: unknown): FrwOptions | undefined {
  if (typeof node === 'string')
    return /^yesno$/i.test(node)
      ? { options: [], keys: new Map(), yesNo: true, untranslated: false }
      : undefined;
  const entries = Array.isArray(node)
    ? (node as unknown[]).map(listed)
    : isData(node)
      ? Object.entries(node)
      : [];
  if (entries.length === 0) return undefined;
  const taken = new Set<string>();
  const keys = new Map<string, string>();
  let untranslated = false;
  const options = entries.map(([value, label]): Option => {
    const key = frwKey(value, taken);
    keys.set(value.toLowerCase(), key);
    const read = frwText(label) ?? { text: { fr: value, en: value }, untranslated: false };
    untranslated ||= read.untranslated;
    return { key, label: read.text };
  });
  const values = new Set(keys.keys());
  return {
    options,
    keys,
    yesNo: values.size === 2 && values.has('true') && values.has('false'),
    untranslated,
  };
}

function listed(item: unknown): [string, unknown] {
  if (!isData(item)) return [String(item), item];
  const value = item['value'] ?? item['id'] ?? item['key'] ?? '';
  return [String(value), item['label'] ?? item['text'] ?? item];
}
