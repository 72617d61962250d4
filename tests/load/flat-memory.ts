import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Figure } from './figure.ts';

const views = 10_000;
const everyViews = 1_000;
const atOnce = 4;
/** Long enough for a collection to end and its pages to go back to the system. Unit: milliseconds. */
const settlesMs = 500;
const barPerMegabytes = 5;

export interface FlatMemory {
  pid: number;
  home: string;
  /** Of somebody signed in. */
  cookies: string;
  pages: readonly string[];
  /** How much more the last quarter may hold than the second. */
  growth: number;
}

/**
 * Views pages of a desk in turn, 10,000 times, and looks after each thousand, once all that can be collected is, at what its process holds.
 *
 * Guarantee: the first quarter, in which code and pools warm up, counts for nothing. Errors: throws when a page is not answered
 */
export async function flatMemory({ pid, home, cookies, pages, growth }: FlatMemory): Promise<Figure> {
  const held = [await megabytesOf(pid)];
  for (let from = 0; from < views; from += everyViews) {
    let next = from;
    const one = async () => {
      while (next < from + everyViews) {
        const page = pages[next++ % pages.length] ?? '/';
        const answer = await fetch(`${home}${page}`, { headers: { cookie: cookies, accept: 'text/html' } });
        if (!answer.ok) throw new Error(`${page} answers ${answer.status}`);
        await answer.arrayBuffer();
      }
    };
    await Promise.all(Array.from({ length: atOnce }, one));
    held.push(await megabytesOf(pid));
  }
  for (const [at, megabytes] of held.entries())
    console.log(
      `      ${String(at * everyViews).padStart(6)} views ${megabytes.toFixed(0).padStart(4)} MB ${'▪'.repeat(megabytes / barPerMegabytes)}`,
    );
  const quarter = (from: number) =>
    mean(held.slice(Math.round(held.length * from), Math.round(held.length * (from + 0.25))));
  const [second, last] = [quarter(0.25), quarter(0.75)];
  return {
    what: `desk: memory of its process over ${views} views of ${pages.length} pages, after collection`,
    ours: `${last.toFixed(0)} MB in the last quarter`,
    against: `${second.toFixed(0)} MB in the second`,
    ratio: last / second,
    aim: `≤ ${growth}`,
    holds: last / second <= growth,
  };
}

/** Has a process collect, and gives its resident memory. */
async function megabytesOf(pid: number): Promise<number> {
  for (let time = 0; time < 2; time += 1) {
    process.kill(pid, 'SIGUSR2');
    await sleep(settlesMs);
  }
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

const mean = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0) / values.length;
