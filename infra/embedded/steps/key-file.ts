import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError, openKeyring } from '@guichet/platform';

const keyBytes = 32;

/**
 * Checks the key file, or makes it when nothing was encrypted yet.
 *
 * Guarantee: a new key never replaces one that data was encrypted with.
 * Errors: ConfigError when the file holds no key, or has gone while its data is there.
 */
export function checkKeyFile(file: string, { mayMake }: { mayMake: boolean }): void {
  if (existsSync(file)) {
    openKeyring(readFileSync(file, 'utf8'));
    return;
  }
  if (!mayMake) {
    throw new ConfigError({
      fr: `Le fichier de clé ${file} manque : remettez-le, les données ne se lisent pas sans lui (GUICHET_KEY_FILE).`,
      en: `The key file ${file} is missing: put it back, the data can't be read without it (GUICHET_KEY_FILE).`,
    });
  }
}

/** Makes the key file unless it exists; readable by its owner only. */
export function makeKeyFile(file: string): void {
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, `${randomBytes(keyBytes).toString('base64')}\n`, {
    mode: 0o600,
    flag: 'wx',
    flush: true,
  });
}
