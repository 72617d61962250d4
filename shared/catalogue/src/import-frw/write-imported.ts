import { Document, isMap, isScalar, type Node, visit, type YAMLMap } from 'yaml';
import type { Data } from './read-frw.ts';

/** Writes a definition made from a form as a file of the catalogue, short texts on one line. */
export function writeImported(definition: Data, schema: string): string {
  const document = new Document(definition, { aliasDuplicateObjects: false });
  visit(document, {
    Map(_, map) {
      if (isShort(map)) map.flow = true;
    },
  });
  document.commentBefore = ` yaml-language-server: $schema=${schema}`;
  // A blank line apart, so that editors read the schema's line alone.
  const head =
    '# Repris d’un formulaire FRW : ce qui dit « À COMPLÉTER » ou « TO COMPLETE » attend vos mots.\n';
  const text = document.toString({ lineWidth: 120, flowCollectionPadding: true });
  return text.replace('\n\n', `\n${head}`);
}

/** A map of a few plain values that fits on a line. */
function isShort(map: YAMLMap): boolean {
  let length = 0;
  for (const { key, value } of map.items) {
    const inner = value as Node | null;
    if (isMap(inner) && !isShort(inner)) return false;
    if (!isMap(inner) && !isScalar(inner)) return false;
    if (isScalar(inner) && typeof inner.value === 'string' && inner.value.includes('\n')) return false;
    length +=
      String(key).length + String(isMap(inner) ? JSON.stringify(inner.toJSON()) : inner.value).length + 4;
  }
  return length < 90 && !map.items.some(({ key }) => String(key) === 'code' || String(key) === 'type');
}
