import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { batchBytesMax, listBatches } from '@guichet/casework';
import { minute, second } from '@guichet/kernel';
import { createLogger, openDatabase } from '@guichet/platform';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { type Look, lookOnce, type Seen } from './look-once.ts';

const desk = await useDesk();
/** Nothing listens on port 1. */
const nowhere = openDatabase({ url: 'postgres://guichet@127.0.0.1:1/guichet', max: 1, name: 'away' });
const log = createLogger('test', { level: 'silent' });
let inbox = '';
let seen: Seen = new Map();
let nowMs = 0;
const made: string[] = [];
afterAll(async () => {
  await nowhere.end({ timeout: 1 });
  await Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true })));
});

beforeEach(async () => {
  inbox = await mkdtemp(join(tmpdir(), 'guichet-inbox-'));
  made.push(inbox);
  seen = new Map();
});

let scans = 0;
/** A whole PDF, unlike any before. */
const pdf = () => `%PDF-1.7\n${(scans += 1)} ${inbox}\n%%EOF\n`;
const drop = (name: string, content: string | Buffer) => writeFile(join(inbox, name), content);

/** Looks again after a while. Unit: milliseconds. */
async function look(afterMs = 2 * second): Promise<void> {
  nowMs += afterMs;
  await lookOnce({ ctx: desk.ctx, log, inbox, seen, nowMs });
}

const names = (folder: string) => readdir(join(inbox, folder), { recursive: true }).then((all) => all.sort());
const batches = async () => (await listBatches(desk.ctx)).map(({ fileName }) => fileName);

describe('the hot folder', () => {
  it('takes a file that stands still, once, and moves it', async () => {
    await drop('lot.pdf', pdf());
    await look();
    expect(await names('received')).toEqual([]);
    await look();
    expect(await names('received')).toEqual(['lot.pdf']);
    expect((await batches()).filter((name) => name === 'lot.pdf')).toHaveLength(1);
  });

  it('leaves a file alone that a scanner still writes, however long it pauses between two pages', async () => {
    const whole = pdf();
    await drop('lent.pdf', whole.slice(0, 12));
    for (let page = 0; page < 4; page++) await look(10 * second);
    await drop('lent.pdf', whole.slice(0, 14));
    for (let page = 0; page < 5; page++) await look(10 * second);
    expect(await batches()).not.toContain('lent.pdf');
    await drop('lent.pdf', whole);
    await look();
    await look();
    expect(await names('received')).toEqual(['lent.pdf']);
  });

  it('takes what has no end after a minute, and refuses what is empty for as long', async () => {
    await drop('tronque.pdf', pdf().slice(0, -8));
    await drop('vide.pdf', '');
    await look();
    await look(minute - second);
    expect(await names('received')).toEqual([]);
    await look(2 * second);
    expect(await names('received')).toEqual(['tronque.pdf']);
    expect(await names('refused')).toEqual(['vide.pdf', 'vide.pdf.txt']);
    expect(await readFile(join(inbox, 'refused', 'vide.pdf.txt'), 'utf8')).toContain('vide');
  });

  it('waits for a file written under another name until it has its own', async () => {
    for (const name of ['lot.pdf.part', '.lot.pdf', '~lot.tmp']) await drop(name, pdf());
    await look(minute);
    await look(minute);
    expect(await names('received')).toEqual([]);
    await rename(join(inbox, 'lot.pdf.part'), join(inbox, 'renomme.pdf'));
    await look();
    await look();
    expect(await names('received')).toEqual(['renomme.pdf']);
  });

  it('forgets a file that vanishes between two looks', async () => {
    await drop('parti.pdf', pdf());
    await drop('reste.pdf', pdf());
    await look();
    await rm(join(inbox, 'parti.pdf'));
    await look();
    expect(await names('received')).toEqual(['reste.pdf']);
  });

  it('takes names of any characters, even those that are no text', async () => {
    const odd = ['é à ç ô.pdf', "l'été « 2 ».pdf", 'a\nb.pdf', '-rf.pdf', '日本 🗎.pdf', 'sans-point'];
    for (const name of odd) await drop(name, pdf());
    await writeFile(
      Buffer.concat([Buffer.from(`${inbox}/`), Buffer.from([0xe9, 0x2e, 0x70, 0x64, 0x66])]),
      pdf(),
    );
    await look();
    await look();
    expect(await names('received')).toHaveLength(odd.length + 1);
    const kept = await batches();
    expect(kept).toContain('é à ç ô.pdf');
    expect(kept).toContain('ab.pdf');
  });

  it('keeps two files of one name apart, and takes one file twice as one batch', async () => {
    const [first, second] = [pdf(), pdf()];
    for (const content of [first, second, first]) {
      await drop('scan.pdf', content);
      await look();
      await look();
    }
    expect(await names('received')).toEqual(['scan (2).pdf', 'scan (3).pdf', 'scan.pdf']);
    expect(await readFile(join(inbox, 'received', 'scan.pdf'), 'utf8')).toBe(first);
    expect((await batches()).filter((name) => name === 'scan.pdf')).toHaveLength(2);
  });

  it('looks into folders, never through links, and not into its own', async () => {
    await mkdir(join(inbox, 'comptoir', '2026'), { recursive: true });
    await drop('comptoir/2026/lot.pdf', pdf());
    const outside = await mkdtemp(join(tmpdir(), 'guichet-outside-'));
    made.push(outside);
    await writeFile(join(outside, 'secret.pdf'), pdf());
    await symlink(outside, join(inbox, 'lien'));
    await symlink(join(outside, 'secret.pdf'), join(inbox, 'lien.pdf'));
    await look();
    await look();
    await look();
    expect((await names('received')).filter((name) => name.endsWith('.pdf'))).toEqual([
      'comptoir/2026/lot.pdf',
    ]);
  });

  it('refuses a file over the limit without reading it', async () => {
    await drop('gros.pdf', '%PDF-1.7');
    await truncate(join(inbox, 'gros.pdf'), batchBytesMax + 1);
    await look();
    await look(2 * minute);
    expect(await names('refused')).toEqual(['gros.pdf', 'gros.pdf.txt']);
  });

  it('leaves what it may not read, says so once, and takes it when it may', async () => {
    await drop('ferme.pdf', pdf());
    await chmod(join(inbox, 'ferme.pdf'), 0);
    await asNobody(inbox, async () => {
      await look();
      await look();
    });
    expect(await names('received')).toEqual([]);
    expect(await names('refused')).toEqual(['ferme.pdf.txt']);
    await chmod(join(inbox, 'ferme.pdf'), 0o644);
    await look();
    await look();
    expect(await names('received')).toEqual(['ferme.pdf']);
  });

  it('keeps what it may not move once, tries its move ever more rarely, and holds up no other file', async () => {
    let stored = 0;
    const warned: unknown[] = [];
    const counting: Look = {
      ctx: {
        ...desk.ctx,
        evidence: {
          ...desk.ctx.evidence,
          put: (id, bytes) => ((stored += 1), desk.ctx.evidence.put(id, bytes)),
        },
      },
      log: { warn: (fact: unknown) => void warned.push(fact), error: () => undefined } as Look['log'],
      inbox,
      seen,
      nowMs,
    };
    const lookAgain = (afterMs = 2 * second) => lookOnce({ ...counting, nowMs: (nowMs += afterMs) });
    await mkdir(join(inbox, 'comptoir'));
    await mkdir(join(inbox, 'received'));
    // A file where its folder should be: nobody may write there, root no more than others.
    await drop('received/comptoir', 'x');
    await drop('comptoir/coince.pdf', pdf());
    await drop('suivant.pdf', pdf());
    for (let count = 0; count < 6; count++) await lookAgain();
    expect(stored).toBe(2);
    expect(warned).toHaveLength(1);
    expect((await batches()).filter((name) => name === 'coince.pdf')).toHaveLength(1);
    expect(await names('received')).toEqual(['comptoir', 'suivant.pdf']);
    const said = join(inbox, 'refused', 'comptoir', 'coince.pdf.txt');
    expect(await readFile(said, 'utf8')).toContain('ne peut pas être rangé');
    await rm(join(inbox, 'received', 'comptoir'));
    await lookAgain(second);
    expect(await names('received')).toEqual(['suivant.pdf']);
    await lookAgain(10 * minute);
    expect(await names('received')).toEqual(['comptoir', 'comptoir/coince.pdf', 'suivant.pdf']);
    expect(await names('refused')).toEqual(['comptoir']);
    expect(stored).toBe(2);
  });

  it('looks at the files after one that it may not read, even where it may not say so', async () => {
    await mkdir(join(inbox, 'comptoir'));
    await mkdir(join(inbox, 'received'));
    await mkdir(join(inbox, 'refused'));
    await drop('refused/comptoir', 'x');
    await drop('comptoir/ferme.pdf', pdf());
    await drop('suivant.pdf', pdf());
    await chmod(join(inbox, 'comptoir', 'ferme.pdf'), 0);
    await asNobody(inbox, () => look());
    expect([...seen.keys()]).toEqual(['comptoir/ferme.pdf', 'suivant.pdf']);
  });

  it('refuses a pile of returned envelopes that was received as mail before, and says why', async () => {
    const pile = pdf();
    await drop('pile.pdf', pile);
    await look();
    await look();
    await mkdir(join(inbox, 'returned'));
    await drop('returned/pile.pdf', pile);
    await look();
    await look();
    expect(await names('refused')).toEqual(['returned', 'returned/pile.pdf', 'returned/pile.pdf.txt']);
    const said = await readFile(join(inbox, 'refused', 'returned', 'pile.pdf.txt'), 'utf8');
    expect(said).toContain('comme courrier ordinaire');
  });

  it('leaves everything where it is while the database is away, and takes it when it is back', async () => {
    await drop('attend.pdf', pdf());
    await look();
    const away = { ...desk.ctx, sql: nowhere };
    nowMs += 2 * second;
    await expect(lookOnce({ ctx: away, log, inbox, seen, nowMs })).rejects.toMatchObject({ code: 'not-now' });
    expect(await names('received')).toEqual([]);
    await look();
    await look();
    expect(await names('received')).toEqual(['attend.pdf']);
  });
});

/** Does something without root's right to read everything. */
async function asNobody(folder: string, act: () => Promise<void>): Promise<void> {
  if (process.getuid?.() !== 0) return act();
  const nobody = 65_534;
  await chown(folder, nobody, nobody);
  process.seteuid?.(nobody);
  try {
    await act();
  } finally {
    process.seteuid?.(0);
  }
}
