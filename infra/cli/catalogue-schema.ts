import { writeFileSync } from 'node:fs';
import { definitionSchemaText } from '@guichet/catalogue';
import { schemaFile } from '@guichet/catalogue/schema';
import type { Language } from '@guichet/kernel';

/** Writes the published JSON Schema anew from the definition language. */
export function catalogueSchema(language: Language): number {
  writeFileSync(schemaFile, definitionSchemaText());
  console.log(language === 'fr' ? 'Schéma écrit.' : 'Schema written.');
  return 0;
}
