export { freePort, portIsFree } from './free-port.ts';
export { pollUntil } from './poll-until.ts';
export { type EmbeddedPostgres, type PostgresOptions, startPostgres } from './postgres/start-postgres.ts';
export { commandLine } from './processes/command-line.ts';
export { endProcess } from './processes/end-process.ts';
export { type KnownProcess, openPidFiles, type PidFiles } from './processes/pid-files.ts';
export { findRedisServer } from './redis/find-redis-server.ts';
export { type EmbeddedRedis, type RedisOptions, startRedis } from './redis/start-redis.ts';
export { startTwilioFake, type TwilioFake, type TwilioFakeOptions } from './twilio-fake.ts';
