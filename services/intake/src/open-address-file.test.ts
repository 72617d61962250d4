import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { todayOf } from '@guichet/casework';
import { type Answers, isAddress } from '@guichet/catalogue';
import { day, languages } from '@guichet/kernel';
import { createLogger } from '@guichet/platform';
import { afterAll, describe, expect, it } from 'vitest';
import { demoAddresses, demoAddressFile } from '../../../infra/demo/demo-addresses.ts';
import { demoRequests } from '../../../infra/demo/demo-requests.ts';
import { answerEverything } from '../../../tests/support/call/answer-everything.ts';
import { useDesk } from '../../../tests/support/test-desk.ts';
import { openTestLine } from '../test/open-test-line.ts';
import { requests } from '../test/people.ts';
import { openAddressFile } from './open-address-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'guichet-addresses-'));
afterAll(() => rmSync(folder, { recursive: true }));
const logged: string[] = [];
const log = createLogger('test', { destination: { write: (line) => void logged.push(line) } });

function file(text: string | Buffer): string {
  const path = join(folder, 'addresses.csv');
  writeFileSync(path, text);
  return path;
}

const addresses = await openAddressFile(demoAddressFile, log);
const desk = await useDesk();
const { dial } = openTestLine(desk, { addresses });
const service = desk.ctx.catalogue.find('changement-adresse');
if (service === undefined) throw new Error('no change of address');

describe('the address file of the demo town', () => {
  const town = { municipality: 'Rivière-aux-Pins', province: 'QC' };
  const today = todayOf(new Date());
  const { person, phone } = requests['changement-adresse'] ?? {};
  /** One person who moves soon and needs no other body told. */
  const move = {
    person,
    'old-address': { ...town, street: '215, rue Principale', postalCode: 'G0A 1B0' },
    'new-address': { ...town, street: '48, avenue des Tilleuls', postalCode: 'G0A 1C2' },
    'move-date': todayOf(new Date(Date.now() + 14 * day)),
    'with-others': false,
    proof: { later: 'post' },
    phone,
    'reply-way': 'letter',
  } as Answers;

  for (const language of languages) {
    it(`a change of address for one takes no more than 20 prompts and 50 presses in ${language}`, async () => {
      const call = await dial();
      await answerEverything(call, { service, answers: move, language, today });
      expect(call.turns).toBeLessThanOrEqual(20);
      expect(call.presses).toBeLessThanOrEqual(50);
      // The name alone: both streets are found.
      expect(call.recordings).toBe(1);
    });
  }

  it('is what its script writes', () => {
    expect(readFileSync(demoAddressFile, 'utf8')).toBe(demoAddresses());
  });

  it('holds the homes of the people of the demo', () => {
    const homes = demoRequests(new Date()).flatMap(({ answers }) =>
      Object.values(answers as Answers).filter(isAddress),
    );
    expect(homes.length).toBeGreaterThan(2);
    for (const { street, postalCode } of homes) {
      const [civic = '', name] = street.split(', ');
      expect(addresses.find(postalCode, civic)).toEqual([expect.objectContaining({ street: name, ...town })]);
    }
  });
});

describe('an address file', () => {
  it('that lacks columns is refused in one line a language', async () => {
    await expect(openAddressFile(file('rue,ville\n'), log)).rejects.toThrow(
      'ADDRESS_FILE : il manque, à la première ligne du fichier (CSV en UTF-8) : numéro civique, code postal.\n' +
        'ADDRESS_FILE: the first line of the file (CSV in UTF-8) lacks: civic number, postal code.',
    );
  });

  it('that is not there, or is a folder, is refused in one line a language, without its path', async () => {
    for (const path of [join(folder, 'none.csv'), folder])
      await expect(openAddressFile(path, log)).rejects.toThrow(
        /^ADDRESS_FILE : ce fichier ne peut pas être lu\..*\nADDRESS_FILE: this file cannot be read\.[^/]*$/,
      );
  });

  it('is read all but its faulty lines, which the log names without what they hold', async () => {
    logged.length = 0;
    const latin = Buffer.from('14,rue des \u00C9rables,Lévis,G6V 1A1\n', 'latin1');
    const index = await openAddressFile(
      file(
        Buffer.concat([Buffer.from('civic number,street,city,postal code\n12,rue A,Lévis,G6V 1A1\n'), latin]),
      ),
      log,
    );
    expect([index.find('G6V 1A1', '12').length, index.find('G6V 1A1', '14').length]).toEqual([1, 0]);
    expect(logged.join('')).toMatch(/"event":"addresses.read","count":1,/);
    expect(logged.join('')).toMatch(
      /ADDRESS_FILE : lignes laissées de côté \(1\) : 3 \| ADDRESS_FILE: lines left out \(1\): 3"/,
    );
    expect(logged.join('')).not.toContain('rables');
  });
});
