import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { openKeyring } from './open-keyring.ts';

const file = `${randomBytes(32).toString('base64')}\n`;
const keyring = openKeyring(file);
const plain = Buffer.from('né le 3 mars');

test('what was sealed opens with its key and its binding', () => {
  const key = keyring.newKey();
  const again = openKeyring(file).unwrap(keyring.wrap(key, 'case/1'), 'case/1');
  expect(again.equals(key)).toBe(true);
  expect(keyring.open(again, 'case/1/name', keyring.seal(key, 'case/1/name', plain)).equals(plain)).toBe(
    true,
  );
});

test('sealed bytes moved to another row or field do not open', () => {
  const key = keyring.newKey();
  const sealed = keyring.seal(key, 'case/1/name', plain);
  expect(() => keyring.open(key, 'case/2/name', sealed)).toThrow('do not open');
  expect(() => keyring.unwrap(keyring.wrap(key, 'case/1'), 'case/2')).toThrow('do not open');
});

test('a change of any byte keeps sealed bytes from opening', () => {
  const key = keyring.newKey();
  const sealed = keyring.seal(key, 'a', plain);
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(() => keyring.open(key, 'a', changed), `byte ${at}`).toThrow('do not open');
  }
  expect(() => keyring.open(key, 'a', Buffer.alloc(3))).toThrow('do not open');
});

test('another key-encryption key opens nothing', () => {
  const stranger = openKeyring(randomBytes(32).toString('base64'));
  expect(() => stranger.unwrap(keyring.wrap(keyring.newKey(), 'a'), 'a')).toThrow('do not open');
});

test('the same text sealed twice looks different; format, IV and tag come first', () => {
  const key = keyring.newKey();
  const sealed = keyring.seal(key, 'a', plain);
  expect(sealed.equals(keyring.seal(key, 'a', plain))).toBe(false);
  expect(sealed.length).toBe(1 + 12 + 16 + plain.length);
  expect(sealed[0]).toBe(1);
});

test('a blind index is equal for equal values of one purpose only, and 16 bytes', () => {
  const index = keyring.blindIndex('email', 'a@b.ca');
  expect(index.length).toBe(16);
  expect(openKeyring(file).blindIndex('email', 'a@b.ca').equals(index)).toBe(true);
  expect(keyring.blindIndex('phone', 'a@b.ca').equals(index)).toBe(false);
  expect(keyring.blindIndex('email', 'c@b.ca').equals(index)).toBe(false);
});

test.each(['', 'short', randomBytes(31).toString('base64'), 'é'.repeat(44)])(
  'a wrong key file is refused in both languages',
  (content) => {
    expect(() => openKeyring(content)).toThrow(/32 octets.*\n.*32 bytes/);
  },
);
