import { type CompiledService, type ContentKind, contentKind } from '@guichet/catalogue';
import type { Tx } from '@guichet/platform';
import { readAs } from '../../audit/read-as.ts';
import type { DeskContext } from '../../context.ts';
import type { FieldReading } from '../letter-reading.ts';

/** Under which confidence the machine is not sure, by kind of content; a kind that is not there has none beyond the reader's own. */
export type Thresholds = ReadonlyMap<ContentKind, number>;

/** Gives the thresholds that the quality checks came to. No personal data, so no event. */
export function readThresholds(ctx: DeskContext): Promise<Thresholds> {
  return readAs(ctx, 'mailroom.read', thresholdsIn);
}

/** Gives the thresholds as they stand in a transaction. */
export async function thresholdsIn(sql: Tx): Promise<Thresholds> {
  const rows = await sql<{ content: ContentKind; confidenceMin: number }[]>`
    select content, confidence_min from reading_threshold`;
  return new Map(rows.map(({ content, confidenceMin }) => [content, confidenceMin]));
}

/** Puts to a person what was read with less confidence than its kind of content needs; doubts that were there stay. */
export function underThreshold(
  service: CompiledService,
  fields: readonly FieldReading[],
  thresholds: Thresholds,
): FieldReading[] {
  return fields.map((field) => {
    const least = thresholds.get(contentKind(service, field.path)) ?? 0;
    if (field.doubts.length > 0 || field.text === '' || field.confidence >= least) return field;
    return { ...field, doubts: ['under-threshold'] };
  });
}
