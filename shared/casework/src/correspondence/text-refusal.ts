import type { Keyring, Tx } from '@guichet/platform';

/** Gives the keyed hash by which a telephone that wants no texts is known. Shape: `phone` in E.164 */
export function textRefusalHash(keyring: Keyring, phone: string): Buffer {
  return keyring.blindIndex('text-refusal', phone);
}

/** Tells whether a telephone asked for no more text messages. */
export async function refusesTexts(sql: Tx, keyring: Keyring, phone: string): Promise<boolean> {
  const [row] = await sql`select 1 from text_refusal where phone_hash = ${textRefusalHash(keyring, phone)}`;
  return row !== undefined;
}
