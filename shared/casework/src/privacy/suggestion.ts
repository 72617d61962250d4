import type { Keyring } from '@guichet/platform';

const bind = (evidenceId: string) => `evidence:${evidenceId}|suggestion`;

/** Seals what a machine believes it heard in a recording, with the recording's own key: they are destroyed together. */
export function sealSuggestion(keyring: Keyring, evidenceId: string, dataKey: Buffer, text: string): Buffer {
  return keyring.seal(keyring.unwrap(dataKey, `evidence:${evidenceId}`), bind(evidenceId), Buffer.from(text));
}

/** Opens what `sealSuggestion` sealed. */
export function openSuggestion(
  keyring: Keyring,
  evidenceId: string,
  dataKey: Buffer,
  sealed: Buffer,
): string {
  const dek = keyring.unwrap(dataKey, `evidence:${evidenceId}`);
  return keyring.open(dek, bind(evidenceId), sealed).toString('utf8');
}
