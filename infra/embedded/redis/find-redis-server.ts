import { spawnSync } from 'node:child_process';

/** The oldest version whose process title can be kept, and which BullMQ recommends. */
const oldest = [6, 2] as const;

/** Gives the Redis server on the PATH that is recent enough, or undefined. */
export function findRedisServer(): string | undefined {
  return ['redis-server', 'valkey-server'].find((program) => {
    const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
    if (status !== 0) return false;
    const [, major, minor] = /v=(\d+)\.(\d+)/.exec(stdout) ?? [];
    const version = [Number(major), Number(minor)] as const;
    return version[0] > oldest[0] || (version[0] === oldest[0] && version[1] >= oldest[1]);
  });
}
