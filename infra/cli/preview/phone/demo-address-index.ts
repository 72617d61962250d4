import { createReadStream } from 'node:fs';
import { type AddressIndex, readAddressFile } from '@guichet/channels/phone';
import { demoAddressFile } from '../../../demo/demo-addresses.ts';

let read: Promise<AddressIndex> | undefined;

/** Reads the address file of the demo town, once. Errors: throws when the file that ships is not one. */
export function demoAddressIndex(): Promise<AddressIndex> {
  read ??= readAddressFile(createReadStream(demoAddressFile, 'utf8')).then((file) => {
    if (file.kind === 'read') return file.index;
    throw new Error(`the demo's address file lacks columns: ${file.missing.join(', ')}`);
  });
  return read;
}
