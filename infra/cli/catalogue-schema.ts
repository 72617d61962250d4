import { writeFileSync } from 'node:fs';
import { definitionSchemaText, schemaFile } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';

/** Writes the published JSON Schema anew from the definition language. */
export function catalogueSchema(language: Language): number {
  writeFileSync(schemaFile, definitionSchemaText());
  console.log(language === 'fr' ? 'Schéma écrit.' : 'Schema written.');
  return 0;
}
