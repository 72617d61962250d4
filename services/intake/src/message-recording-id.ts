import type { EvidenceId } from '@guichet/kernel';
import type { Keyring } from '@guichet/platform';

/** Gives the id under which a message left by phone is kept: the same each time the provider tells of it. Source: RFC 9562 §5.8 (version 8) */
export function messageRecordingId(keyring: Keyring, recordingSid: string): EvidenceId {
  const bytes = Buffer.from(keyring.blindIndex('message-recording', recordingSid));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
    '-',
  ) as EvidenceId;
}
