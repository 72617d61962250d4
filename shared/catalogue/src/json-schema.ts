import { z } from 'zod';
import { serviceDefinition } from './definition.ts';

/** Writes the JSON Schema of service definitions, by which editors complete and underline them. Source: JSON Schema 2020-12 */
export function definitionSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(serviceDefinition, { io: 'input', reused: 'ref', cycles: 'ref' }),
    title: 'Guichet service definition',
  };
}

/** The published file's text: what `service-definition.schema.json` must hold. */
export function definitionSchemaText(): string {
  return `${JSON.stringify(definitionSchema(), null, 2)}\n`;
}
