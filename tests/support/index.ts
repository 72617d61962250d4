export { type TestDatabase, useDatabase } from './database.ts';
export { type OwnRedis, type TestRedis, useOwnRedis, useRedis } from './redis.ts';
