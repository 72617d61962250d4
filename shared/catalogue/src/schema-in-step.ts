import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { schemaTexts } from './json-schema.ts';

/** Gives where a published JSON Schema lies. */
export const schemaFile = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** Tells whether the published JSON Schemas say what the definition language says now. */
export function schemaInStep(): boolean {
  try {
    return Object.entries(schemaTexts()).every(
      ([name, text]) => readFileSync(schemaFile(name), 'utf8') === text,
    );
  } catch {
    return false;
  }
}
