import { validateRequest } from '../provider.ts';
import { webhookParameters } from './webhook-parameters.ts';

export interface TwilioAccount {
  accountSid: string;
  /** Two while a token is being replaced. */
  authTokens: readonly string[];
  /** Scheme, host and path prefix as configured at Twilio, e.g. `https://guichet.example.ca`. */
  publicUrl: string;
}

export interface SignedRequest {
  /** Path and query as they came on the wire, below the public address. */
  target: string;
  /** The `X-Twilio-Signature` header. */
  signature: string | undefined;
  /** The body as it came on the wire. */
  body: string;
}

export type CheckedRequest =
  | { ok: true; params: Readonly<Record<string, string>> }
  /** `why` is for the log and holds nothing of the request but parameter names. */
  | { ok: false; why: string };

/**
 * Checks that a webhook comes from our account at Twilio and gives its parameters.
 *
 * Guarantee: fails closed; the address is the configured one with the raw path and query, never a header's; names are
 *   held against a list and values against their form, since the signature joins them without separators.
 * Source: Twilio docs, Validating Signatures from Twilio
 */
export function checkRequest(account: TwilioAccount, request: SignedRequest): CheckedRequest {
  const { signature } = request;
  if (signature === undefined || signature === '') return { ok: false, why: 'unsigned' };
  const tokens = account.authTokens.filter((token) => token !== '');
  if (tokens.length === 0) return { ok: false, why: 'no auth token configured' };
  const params = webhookParameters(request.body);
  if (!params.ok) return params;
  if (params.params['AccountSid'] !== account.accountSid) return { ok: false, why: 'another account' };
  const url = signedUrl(account.publicUrl, request.target);
  try {
    const right = tokens.some((token) => validateRequest(token, signature, url, { ...params.params }));
    return right ? params : { ok: false, why: 'bad signature' };
  } catch {
    return { ok: false, why: 'signature check failed' };
  }
}

/** The address Twilio signed: our configured one, without the fragment that only steers its retries. */
export function signedUrl(publicUrl: string, target: string): string {
  return publicUrl.replace(/#.*$/, '').replace(/\/+$/, '') + target;
}
