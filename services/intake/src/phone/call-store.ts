import type { PhoneDeps } from './phone-deps.ts';

/** A call as it is kept between two turns. */
export interface KeptCall {
  /** The turn that the last document waits for. */
  turn: number;
  /** `working`: the turn was taken, its effects are being done and its document is not there yet. */
  phase: 'ready' | 'working';
  /** Who took it, and when; a turn is taken from one who holds it too long. Unit: milliseconds. */
  claim: string;
  claimedAt: number;
  sealed: string;
  closed: boolean;
}

export interface CallStore {
  load(callSid: string): Promise<KeptCall | undefined>;
  /**
   * Replaces what is kept only when it is still what was seen; `undefined` seen means nothing was there.
   *
   * Guarantee: of any number of copies of one webhook at once, one wins.
   */
  replace(callSid: string, seen: KeptCall | undefined, next: Omit<KeptCall, 'closed'>): Promise<boolean>;
  close(callSid: string): Promise<void>;
}

/** Unit: milliseconds. */
const lifeMs = 3_600_000;

const replaceScript = `
local seen = redis.call('HMGET', KEYS[1], 'turn', 'claim')
if ARGV[1] == '' then
  if seen[1] then return 0 end
elseif seen[1] ~= ARGV[1] or seen[2] ~= ARGV[2] then
  return 0
end
redis.call('HSET', KEYS[1], 'turn', ARGV[3], 'phase', ARGV[4], 'claim', ARGV[5], 'at', ARGV[6], 'sealed', ARGV[7])
redis.call('PEXPIRE', KEYS[1], ARGV[8])
return 1`;

const closeScript = `
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
return redis.call('HSET', KEYS[1], 'closed', '1')`;

function key(callSid: string): string {
  return `{guichet}:call:${callSid}`;
}

/** Keeps calls in Redis for the hour they may last, sealed. */
export function callStore(redis: PhoneDeps['redis']): CallStore {
  return {
    async load(callSid) {
      const found = await redis.hmget(key(callSid), 'turn', 'phase', 'claim', 'at', 'sealed', 'closed');
      const [turn, phase, claim, at, sealed, closed] = found;
      if (!turn || !claim || !sealed) return undefined;
      return {
        turn: Number(turn),
        phase: phase === 'working' ? 'working' : 'ready',
        claim,
        claimedAt: Number(at),
        sealed,
        closed: closed === '1',
      };
    },
    async replace(callSid, seen, next) {
      const { turn, phase, claim, claimedAt, sealed } = next;
      const expected = seen ? [String(seen.turn), seen.claim] : ['', ''];
      const written = [String(turn), phase, claim, String(claimedAt), sealed, String(lifeMs)];
      const done = await redis.eval(replaceScript, 1, key(callSid), ...expected, ...written);
      return Number(done) === 1;
    },
    async close(callSid) {
      await redis.eval(closeScript, 1, key(callSid));
    },
  };
}
