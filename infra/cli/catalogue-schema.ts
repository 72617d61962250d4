import { writeFileSync } from 'node:fs';
import { schemaFile, schemaTexts } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';

/** Writes the published JSON Schemas anew from the definition language. */
export function catalogueSchema(language: Language): number {
  for (const [name, text] of Object.entries(schemaTexts())) writeFileSync(schemaFile(name), text);
  console.log(language === 'fr' ? 'Schéma écrit.' : 'Schema written.');
  return 0;
}
