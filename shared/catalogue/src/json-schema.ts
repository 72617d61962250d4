import { z } from 'zod';
import { serviceDefinition } from './definition.ts';
import { condition } from './language/condition.ts';
import { question } from './language/question.ts';
import { key } from './language/texts.ts';

/** Where a definition takes the questions of a block, under a prefix of its own or a condition. */
const use = z.strictObject({ use: key, as: key.optional(), when: condition.optional() });

const written = serviceDefinition.extend({
  questions: z
    .array(z.union([question, use]))
    .min(1)
    .max(120),
});
const block = z.strictObject({ block: key, questions: z.array(question).min(1).max(20) });

const options = { io: 'input', reused: 'ref', cycles: 'ref' } as const;

/** Writes the JSON Schema of service definitions, by which editors complete and underline them. Source: JSON Schema 2020-12 */
export function definitionSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(written, options), title: 'Guichet service definition' };
}

/** Writes the JSON Schema of blocks: questions that several services use. Source: JSON Schema 2020-12 */
export function blockSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(block, options), title: 'Guichet block of questions' };
}

/** The published files' texts, by name. */
export function schemaTexts(): Record<string, string> {
  const text = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`;
  return {
    'service-definition.schema.json': text(definitionSchema()),
    'service-block.schema.json': text(blockSchema()),
  };
}
