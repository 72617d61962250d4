import { minute, second } from '@guichet/kernel';

/** One hash tag for all keys, so that a Redis cluster keeps them on one node. */
export const redisPrefix = '{guichet}';

/** How a failed job comes back: five tries, 2 s doubling; then it is parked where a person sees it. */
export const retry = { attemptsMax: 5, firstDelayMs: 2 * second } as const;

/** A job whose worker shows no life for this long is given to another. */
export const lockMs = 30 * second;

/** An outbox row enqueued for longer than this without effect is checked against Redis. */
export const overdueAfterMs = minute;
