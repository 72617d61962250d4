import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import {
  type BatchView,
  claimDueJobs,
  type DeskContext,
  type DueJob,
  pageKey,
  readBatch as readBatchView,
  receiveBatch,
} from '@guichet/casework';
import { openTextReader, pageSigner, type Sign } from '@guichet/channels/mail';
import { afterAll } from 'vitest';
import { openScanner } from '../../workers/mailroom/src/child/open-scanner.ts';
import { readBatch } from '../../workers/mailroom/src/handlers/read-batch.ts';
import type { TestDesk } from './test-desk.ts';

export interface MailroomDesk {
  /** Signs what the desk prints. */
  sign: Sign;
  /** Takes a file in and reads it as the worker does; gives the batch as the desk shows it. */
  read(bytes: Buffer, fileName?: string): Promise<BatchView>;
  /** Reads every batch that waits. */
  readDue(): Promise<void>;
  /** The most that any child held since asked last. Unit: bytes. */
  peak(): number;
  /** How many children were started. */
  children(): number;
}

/** Unit: milliseconds between two looks at a child. */
const lookEveryMs = 20;

/** Opens a mailroom on a test desk, with real children; closed when the file ends. */
export async function useMailroom(desk: TestDesk, clerk: DeskContext): Promise<MailroomDesk> {
  const reader = openTextReader();
  const sign = pageSigner(pageKey(desk.ctx.keyring));
  let peak = 0;
  const pids: number[] = [];
  const scanner = await openScanner({ started: (pid) => void pids.push(pid) });
  const look = setInterval(() => {
    const pid = pids.at(-1);
    if (pid !== undefined) peak = Math.max(peak, mostHeldBy(pid));
  }, lookEveryMs);
  afterAll(async () => {
    clearInterval(look);
    await Promise.all([reader.close(), scanner.close()]);
  });
  const readDue = async () => {
    const due: DueJob[] = [];
    await claimDueJobs(desk.ctx, 50, async (jobs) => {
      due.push(...jobs.filter(({ job }) => job === 'mailroom.read'));
    });
    for (const { id, ids } of due)
      await readBatch(
        ids as Parameters<typeof readBatch>[0],
        { outboxId: id } as Parameters<typeof readBatch>[1],
        {
          ...desk.ctx,
          reader,
          sign,
          scanner,
          spoolFolder: tmpdir(),
        },
      );
  };
  return {
    sign,
    readDue,
    async read(bytes, fileName = 'lot.pdf') {
      const mediaType = 'application/octet-stream';
      const { batchId } = await receiveBatch(desk.ctx, { bytes, fileName, mediaType, source: 'hot-folder' });
      await readDue();
      return readBatchView(clerk, batchId);
    },
    peak() {
      const most = peak;
      peak = 0;
      return most;
    },
    children: () => pids.length,
  };
}

/** Unit: bytes; nothing when the process is gone or the system does not tell. */
function mostHeldBy(pid: number): number {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}
