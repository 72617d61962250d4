import { createReadStream } from 'node:fs';
import { type AddressColumn, type AddressIndex, readAddressFile } from '@guichet/channels/phone';
import type { Bilingual } from '@guichet/kernel';
import { ConfigError, type Logger } from '@guichet/platform';

const columnNames: Readonly<Record<AddressColumn, Bilingual>> = {
  civic: { fr: 'numéro civique', en: 'civic number' },
  street: { fr: 'rue', en: 'street' },
  municipality: { fr: 'municipalité', en: 'municipality' },
  postalCode: { fr: 'code postal', en: 'postal code' },
};

/**
 * Reads the municipal address file, once, and tells the log how many addresses it holds and which lines are left out.
 *
 * Errors: ConfigError when it can't be read or lacks a column.
 */
export async function openAddressFile(path: string, log: Logger): Promise<AddressIndex> {
  const from = performance.now();
  const file = await readAddressFile(createReadStream(path, 'utf8')).catch(() => {
    throw new ConfigError({
      fr: "ADDRESS_FILE : ce fichier ne peut pas être lu. Vérifiez qu'il existe et que le programme peut le lire.",
      en: 'ADDRESS_FILE: this file cannot be read. Check that it exists and that the program may read it.',
    });
  });
  if (file.kind === 'columns-missing') {
    const names = (language: keyof Bilingual) =>
      file.missing.map((column) => columnNames[column][language]).join(', ');
    throw new ConfigError({
      fr: `ADDRESS_FILE : il manque, à la première ligne du fichier (CSV en UTF-8) : ${names('fr')}.`,
      en: `ADDRESS_FILE: the first line of the file (CSV in UTF-8) lacks: ${names('en')}.`,
    });
  }
  const { index, rows, faulty } = file;
  log.info({ event: 'addresses.read', count: rows, ms: Math.round(performance.now() - from) });
  if (faulty.count > 0) log.warn({ event: 'addresses.faulty', count: faulty.count }, faultyWords(faulty));
  return index;
}

function faultyWords({ count, lines }: { count: number; lines: readonly number[] }): string {
  const told = `${lines.join(', ')}${count > lines.length ? '…' : ''}`;
  return `ADDRESS_FILE : lignes laissées de côté (${count}) : ${told} | ADDRESS_FILE: lines left out (${count}): ${told}`;
}
