import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface SourceFile {
  /** From the project's root, with `/`. */
  path: string;
  text: string;
}

const run = promisify(execFile);

/** Reads the project's own files, those git tracks or would track. Shape: `ending` such as `.ts` or `.md` */
export async function sourceFiles(root: string, endings: string[]): Promise<SourceFile[]> {
  const { stdout } = await run('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
  });
  const paths = stdout.split('\n').filter((path) => endings.some((ending) => path.endsWith(ending)));
  const files = await Promise.all(
    paths.map(async (path) => ({
      path,
      text: await readFile(join(root, path), 'utf8').catch(() => undefined),
    })),
  );
  return files.flatMap(({ path, text }) => (text === undefined ? [] : [{ path, text }]));
}
