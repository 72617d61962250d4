import { type CompiledService, type ContentKind, contentKind } from '@guichet/catalogue';
import type { DeskContext } from '../../context.ts';
import type { Letter } from '../read-letter.ts';
import { isSampled } from './is-sampled.ts';

/** Keyed again they would differ by a comma, and take as long as ten others. */
const notSampled: readonly ContentKind[] = ['long-text'];

/**
 * Lists the fields that the machine is sure of and that a person is to key all the same, without seeing what it read.
 *
 * Guarantee: the same for a letter each time.
 * Unit: `share` from 0 to 1
 */
export function sampledPaths(
  ctx: Pick<DeskContext, 'keyring'>,
  letter: Pick<Letter, 'id' | 'fields'>,
  service: CompiledService,
  share: number,
): string[] {
  const paths = [...new Set(letter.fields.map(({ path }) => path))];
  return paths.filter((path) => {
    const fields = letter.fields.filter((field) => field.path === path);
    return (
      fields.every(({ doubts }) => doubts.length === 0) &&
      fields.some(({ text }) => text !== '') &&
      !notSampled.includes(contentKind(service, path)) &&
      isSampled(ctx.keyring, 'reading', letter.id, path, share)
    );
  });
}
