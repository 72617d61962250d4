import { readdir } from 'node:fs/promises';

/** Folders of our own beside what is dropped. */
export const [received, refused] = ['received', 'refused'] as const;
const depthMax = 3;
/** Names under which programs write what is not whole yet. */
const unfinished = /(^\.|^~|\.(part|partial|tmp|temp|crdownload|filepart|download)$)/i;

/**
 * Lists the files below a folder as paths from it, byte for byte as the system has them, in the order of their names.
 *
 * Guarantee: links are never followed; what was not renamed to its whole name yet is left out.
 */
export async function listFiles(folder: Buffer, depth = 0): Promise<Buffer[]> {
  const entries = await readdir(folder, { withFileTypes: true, encoding: 'buffer' });
  const files: Buffer[] = [];
  for (const entry of entries.sort((a, b) => Buffer.compare(a.name, b.name))) {
    const name = entry.name.toString('latin1');
    if (unfinished.test(name)) continue;
    if (entry.isFile()) files.push(entry.name);
    const isOurs = depth === 0 && (name === received || name === refused);
    if (!entry.isDirectory() || isOurs || depth >= depthMax) continue;
    for (const below of await listBelow(joined(folder, entry.name), depth + 1))
      files.push(joined(entry.name, below));
  }
  return files;
}

/** A folder that went away or is closed to us holds nothing for now. */
const listBelow = (folder: Buffer, depth: number): Promise<Buffer[]> =>
  listFiles(folder, depth).catch(() => []);

/** Joins paths that need not be text. */
export function joined(...parts: readonly (Buffer | string)[]): Buffer {
  const bytes = parts.map((part) => Buffer.from(part));
  return Buffer.concat(bytes.flatMap((part, at) => (at === 0 ? [part] : [Buffer.from('/'), part])));
}
