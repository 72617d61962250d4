import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { DeskError } from '@guichet/kernel';
import { ConfigError } from './config-error.ts';

/** Encrypts with keys that are themselves encrypted: destroying a wrapped key destroys all it sealed. */
export interface Keyring {
  /** Makes a data key of 32 random bytes. */
  newKey(): Buffer;
  wrap(key: Uint8Array, boundTo: string): Buffer;
  unwrap(wrapped: Uint8Array, boundTo: string): Buffer;
  seal(key: Uint8Array, boundTo: string, plain: Uint8Array): Buffer;
  open(key: Uint8Array, boundTo: string, sealed: Uint8Array): Buffer;
  /** Gives 16 bytes by which equal values of one purpose can be found without being read. */
  blindIndex(purpose: string, value: string): Buffer;
}

const format = 1;
const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;
const headBytes = 1 + ivBytes + tagBytes;
const blindBytes = 16;

/**
 * Opens the keyring whose key-encryption key is the content of the key file: 32 bytes in base64.
 *
 * Guarantee: bytes moved to another row or field (`boundTo`), or changed by one bit, don't open.
 * Shape: format byte, 12 bytes IV, 16 bytes tag, ciphertext.
 * Errors: ConfigError for a wrong key file; DeskError 'broken' for what doesn't open.
 * Source: AES-256-GCM (NIST SP 800-38D); HKDF-SHA-256 (RFC 5869); HMAC-SHA-256 (RFC 2104)
 */
export function openKeyring(keyFileContent: string): Keyring {
  const master = readKey(keyFileContent);
  const wrapping = subkey(master, 'wrap');
  const blinding = new Map<string, Buffer>();
  return {
    newKey: () => randomBytes(keyBytes),
    wrap: (key, boundTo) => seal(wrapping, boundTo, checkedKey(key)),
    unwrap: (wrapped, boundTo) => open(wrapping, boundTo, wrapped),
    seal: (key, boundTo, plain) => seal(checkedKey(key), boundTo, plain),
    open: (key, boundTo, sealed) => open(checkedKey(key), boundTo, sealed),
    blindIndex(purpose, value) {
      const key = blinding.get(purpose) ?? subkey(master, `blind-index/${purpose}`);
      blinding.set(purpose, key);
      return createHmac('sha256', key).update(value, 'utf8').digest().subarray(0, blindBytes);
    },
  };
}

function readKey(content: string): Buffer {
  const text = content.trim();
  const key = Buffer.from(text, 'base64');
  if (key.length === keyBytes && key.toString('base64') === text) return key;
  throw new ConfigError({
    fr: 'Le fichier de clé (GUICHET_KEY_FILE) doit contenir 32 octets en base64.',
    en: 'The key file (GUICHET_KEY_FILE) must hold 32 bytes in base64.',
  });
}

function subkey(master: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, '', `guichet/v${format}/${purpose}`, keyBytes));
}

function checkedKey(key: Uint8Array): Uint8Array {
  if (key.length !== keyBytes) throw new DeskError('broken', 'fault', { detail: 'data key is not 32 bytes' });
  return key;
}

function seal(key: Uint8Array, boundTo: string, plain: Uint8Array): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes });
  cipher.setAAD(boundBytes(boundTo));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(format), iv, cipher.getAuthTag(), body]);
}

function open(key: Uint8Array, boundTo: string, sealed: Uint8Array): Buffer {
  try {
    if (sealed.length < headBytes || sealed[0] !== format) throw new Error('unknown format');
    const iv = sealed.subarray(1, 1 + ivBytes);
    const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes });
    decipher.setAAD(boundBytes(boundTo));
    decipher.setAuthTag(sealed.subarray(1 + ivBytes, headBytes));
    // The mode keeps nothing back for the end: joining would only copy, and an original may be 200 MB.
    const plain = decipher.update(sealed.subarray(headBytes));
    decipher.final();
    return plain;
  } catch (error) {
    throw new DeskError('broken', 'fault', { detail: 'sealed bytes do not open', cause: error });
  }
}

function boundBytes(boundTo: string): Buffer {
  return Buffer.concat([Buffer.of(format), Buffer.from(boundTo, 'utf8')]);
}
