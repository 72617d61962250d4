import { minute, second } from '@guichet/kernel';

/** Unit: bytes at the end of a file that tell whether it is whole. */
export const tailSize = 2048;

/**
 * Tells how long a file must have stood still before it counts as whole.
 *
 * Unit: milliseconds. Shape: one that has its end, a moment; one whose kind has no mark at its end, a few seconds; one that
 *   lacks its end, or is empty, a minute: a scanner may pause between two pages.
 */
export function quietMsOf(head: Buffer, tail: Buffer): number {
  const begins = (...bytes: number[]) => bytes.every((byte, at) => head[at] === byte);
  if (head.length === 0) return minute;
  if (head.includes('%PDF-', 0, 'latin1')) return tail.includes('%%EOF', 0, 'latin1') ? second : minute;
  if (begins(0xff, 0xd8, 0xff)) return tail.includes(Buffer.from([0xff, 0xd9])) ? second : minute;
  if (begins(0x89, 0x50, 0x4e, 0x47)) return tail.includes('IEND', 0, 'latin1') ? second : minute;
  return 5 * second;
}
