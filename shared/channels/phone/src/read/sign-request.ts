import { expectedSignature } from '../provider.ts';
import { signedUrl, type TwilioAccount } from './request-check.ts';

/** Signs a webhook to ourselves as the provider would: with each token in force. Shape: body of a form, one signature a token. */
export function signRequest(
  { accountSid, authTokens, publicUrl }: TwilioAccount,
  target: string,
  facts: Readonly<Record<string, string>>,
): { body: string; signatures: string[] } {
  const params = { AccountSid: accountSid, ...facts };
  const url = signedUrl(publicUrl, target);
  return {
    body: new URLSearchParams(params).toString(),
    signatures: authTokens.map((token) => expectedSignature(token, url, params)),
  };
}
