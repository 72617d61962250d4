import { readFileSync } from 'node:fs';
import { provenLater } from '@guichet/channels/mail/scan';
import { afterAll, describe, expect, it } from 'vitest';
import { blankPdf } from '../../../../tests/support/bad-files.ts';
import { limits, openPages, type SeenPage } from './open-pages.ts';
import { openScanner } from './open-scanner.ts';

const pids: number[] = [];
const scanner = await openScanner({ started: (pid) => void pids.push(pid) });
afterAll(() => scanner.close());
const sign = provenLater;
const three = await blankPdf(3);

const put = async (bytes: Buffer) => async () => bytes;

async function open(bytes: Buffer, costs = limits) {
  const opened = await openPages(scanner, async () => bytes, { sign, put, costs });
  if (opened.kind === 'refused') throw new Error(opened.reason);
  return opened;
}

async function all(pages: AsyncIterable<SeenPage>): Promise<SeenPage[]> {
  const seen: SeenPage[] = [];
  for await (const page of pages) seen.push(page);
  return seen;
}

const isUndecodable = ({ doubts }: SeenPage) => doubts.includes('undecodable');

describe('the child', () => {
  it('has none of our environment, and as root we make it nobody', async () => {
    const { pages } = await open(three);
    await pages.next();
    const pid = pids.at(-1) ?? 0;
    const names = readFileSync(`/proc/${pid}/environ`, 'utf8')
      .split('\0')
      .map((line) => line.split('=')[0]);
    expect(names.filter((name) => name)).toEqual(
      expect.arrayContaining(['PATH', 'TMPDIR', 'MALLOC_ARENA_MAX']),
    );
    expect(names).not.toContain('DATABASE_URL');
    expect(names).not.toContain('HOME');
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const isNobody = process.getuid?.() === 0 && scanner.ways.includes('nobody');
    expect(status).toMatch(isNobody ? /^Uid:\s+65534\s+65534/m : /^Uid:/m);
    expect(status).toMatch(scanner.ways.includes('ends-with-us') ? /^NoNewPrivs:\s+1/m : /^NoNewPrivs:/m);
    await pages.return(undefined);
  });

  it('ends with the file', async () => {
    const { pages } = await open(three);
    expect(await all(pages)).toHaveLength(3);
    await expect.poll(() => isThere(pids.at(-1) ?? 0)).toBe(false);
  });

  it('costs one page when it is killed over it, and another reads the rest', async () => {
    const { pages } = await open(three);
    const first = await pages.next();
    process.kill(pids.at(-1) ?? 0, 'SIGKILL');
    const rest = await all(pages);
    expect([first.value as SeenPage, ...rest].map(isUndecodable)).toEqual([false, true, false]);
    expect(rest.map(({ index }) => index)).toEqual([1, 2]);
  });

  it('that does not answer in time costs its page, and once enough time was lost the others are not tried', async () => {
    const started = pids.length;
    const { pages } = await open(three, { ...limits, pageMs: 1, lostMs: 1 });
    expect((await all(pages)).map(isUndecodable)).toEqual([true, true, true]);
    expect(pids.length).toBe(started + 1);
  });

  it('that can not even open the file in time refuses it', async () => {
    const opened = await openPages(scanner, async () => three, {
      sign,
      put,
      costs: { ...limits, openingMs: 1 },
    });
    expect(opened).toEqual({ kind: 'refused', reason: 'ended-by-time' });
  });

  it('refuses no file for a disk that is away', async () => {
    const away = () => Promise.reject(new Error('the disk is away'));
    await expect(openPages(scanner, away, { sign, put })).rejects.toThrow('the disk is away');
    await expect.poll(() => isThere(pids.at(-1) ?? 0)).toBe(false);
  });
});

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
