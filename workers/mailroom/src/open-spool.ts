import { randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Keyring } from '@guichet/platform';

/** Holds the pictures of one batch on the disk while it is read. */
export interface Spool {
  /** Puts a picture down and gives the way to have it again, as often as is asked. */
  put(bytes: Buffer): Promise<() => Promise<Buffer>>;
  /** Lets go of the room on the disk. */
  close(): Promise<void>;
}

/**
 * Opens a place outside of memory for the pictures of a batch: two hundred of them are 150 MB.
 *
 * Guarantee: what lies there is sealed under a key that only this process ever holds, in a file that has no name from the
 *   start, so a worker that is killed leaves nothing behind; whatever is kept for good goes to the store of originals.
 */
export async function openSpool(
  folder: string,
  keyring: Pick<Keyring, 'newKey' | 'seal' | 'open'>,
): Promise<Spool> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `.${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  try {
    await rm(path, { force: true });
  } catch (error) {
    await file.close();
    throw error;
  }
  const key = keyring.newKey();
  let end = 0;
  return {
    async put(bytes) {
      const sealed = keyring.seal(key, `spool:${end}`, bytes);
      const [at, size] = [end, sealed.length];
      end += size;
      for (let done = 0; done < size; )
        done += (await file.write(sealed, done, size - done, at + done)).bytesWritten;
      return async () => {
        const back = Buffer.alloc(size);
        for (let done = 0; done < size; ) {
          const { bytesRead } = await file.read(back, done, size - done, at + done);
          if (bytesRead === 0) throw new Error('the spool ends too soon');
          done += bytesRead;
        }
        return keyring.open(key, `spool:${at}`, back);
      };
    },
    close: () => file.close(),
  };
}
