import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';

export interface CommandLine {
  /** A folder of its own for each test. */
  readonly dir: string;
  /** The lines printed since the test began, in order, on whichever output. */
  readonly printed: string[];
  /** Those of the output alone. */
  readonly output: string[];
  /** Those of the error output. */
  readonly refused: string[];
  /** Forgets what was printed. */
  clear(): void;
}

/** Gives each test of a command a folder of its own, and takes what the command prints. Shape: call it at the top of a test file. */
export function useCommandLine(): CommandLine {
  const line = {
    dir: '',
    printed: [] as string[],
    output: [] as string[],
    refused: [] as string[],
    clear: () => [line.printed, line.output, line.refused].forEach((lines) => void (lines.length = 0)),
  };
  beforeEach(() => {
    line.dir = mkdtempSync(join(tmpdir(), 'guichet-command-'));
    line.clear();
    vi.spyOn(console, 'log').mockImplementation((text: string) => {
      line.printed.push(text);
      line.output.push(text);
    });
    vi.spyOn(console, 'error').mockImplementation((text: string) => {
      line.printed.push(text);
      line.refused.push(text);
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(line.dir, { recursive: true, force: true });
  });
  return line;
}
