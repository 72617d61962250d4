/** The fate of handing one reply to the telephone provider. `why` never holds a number, a word said or a token. */
export type SayOutcome =
  | { kind: 'sent'; providerId: string }
  | { kind: 'bounced'; why: string }
  | { kind: 'later'; why: string }
  /** The talk broke off after it began: the provider may have taken it. */
  | { kind: 'unsure'; why: string };

/**
 * Names what happened from the provider's error, and lets nothing else through.
 *
 * Guarantee: the error itself is dropped, since it carries the account's token and the person's number.
 * Source: Twilio docs, error codes 21211–21614, 30003–30006, 20003, 20429
 */
export function outcomeOfError(error: unknown): SayOutcome {
  const { status, code } = numbersOf(error);
  if (code !== undefined && unreachable.has(code)) return { kind: 'bounced', why: `twilio-${code}` };
  if (status === undefined && neverLeft(error)) return { kind: 'later', why: 'twilio-unreachable' };
  if (status === undefined) return { kind: 'unsure', why: 'twilio-broken-off' };
  if (status === 429 || status >= 500) return { kind: 'later', why: `twilio-http-${status}` };
  if (status === 401 || status === 403) return { kind: 'later', why: `twilio-http-${status}` };
  return { kind: 'bounced', why: code === undefined ? `twilio-http-${status}` : `twilio-${code}` };
}

/** The number can't be reached, whatever we try: not valid, not a mobile, opted out, blocked. */
const unreachable = new Set([
  13223, 13224, 13225, 13226, 21211, 21214, 21216, 21217, 21401, 21408, 21606, 21610, 21612, 21614, 21635,
]);

/** No connection was made, so nothing was asked. */
function neverLeft(error: unknown): boolean {
  const code: unknown = Reflect.get(Object(error), 'code');
  return (
    typeof code === 'string' && /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/.test(code)
  );
}

function numbersOf(error: unknown): { status?: number; code?: number } {
  if (typeof error !== 'object' || error === null) return {};
  const { status, code } = error as { status?: unknown; code?: unknown };
  return {
    ...(typeof status === 'number' ? { status } : {}),
    ...(typeof code === 'number' ? { code } : {}),
  };
}
