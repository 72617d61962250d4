import type { Id } from './ids.ts';

/** Makes an id that the same bytes always give. Shape: UUID version 8, its figures taken from a hash. Source: RFC 9562 §5.8 */
export function idOfHash<K extends string>(hash: Uint8Array): Id<K> {
  const bytes = Buffer.from(hash.subarray(0, 16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<K>;
}
