import type { Finding } from './check.ts';
import type { SourceFile } from './source-files.ts';

const inTicks = /`((?:shared|services|workers|infra|tests|\.ci)\/[A-Za-z0-9_./-]+)`/g;

/** Finds paths that a page names and that are no longer there. Shape: paths in back-ticks that start with a top-level folder */
export function checkDeadPaths(pages: readonly SourceFile[], exists: (path: string) => boolean): Finding[] {
  return pages.flatMap(({ path, text }) =>
    [...text.matchAll(inTicks)]
      .map((match) => (match[1] ?? '').replace(/[.,]$/, ''))
      .filter((named) => !exists(named))
      .map((named) => ({ where: path, what: `names ${named}, which is not there` })),
  );
}
