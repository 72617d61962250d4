import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { definitionSchemaText } from './json-schema.ts';

/** Where the published JSON Schema lies. */
export const schemaFile = fileURLToPath(new URL('../service-definition.schema.json', import.meta.url));

/** Tells whether the published JSON Schema says what the definition language says now. */
export function schemaInStep(): boolean {
  try {
    return readFileSync(schemaFile, 'utf8') === definitionSchemaText();
  } catch {
    return false;
  }
}
