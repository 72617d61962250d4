import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Gives the command line of a living process, or undefined when there is none (a process not yet reaped counts as none). */
export function commandLine(pid: number): string | undefined {
  if (process.platform === 'linux') return fromProc(pid);
  if (process.platform === 'win32') return fromWindows(pid);
  const { stdout, status } = spawnSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '' ? stdout.trim() : undefined;
}

function fromProc(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() || undefined;
  } catch {
    return undefined;
  }
}

function fromWindows(pid: number): string | undefined {
  const question = `(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CommandLine`;
  const { stdout, status } = spawnSync('powershell', ['-NoProfile', '-Command', question], {
    encoding: 'utf8',
  });
  return status === 0 && stdout.trim() !== '' ? stdout.trim() : undefined;
}
