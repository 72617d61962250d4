import { createRedisServer } from 'js-redis-server';

/** Runs the Redis in JavaScript: `node javascript-redis.ts <port> <folder>`; the folder only marks the command line. */
const server = await createRedisServer({
  port: Number(process.argv[2]),
  logger: { error: (message: string) => void process.stderr.write(`${message}\n`) },
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void server.close().finally(() => process.exit(0)));
}
