import { openClient, type ProviderClient, RequestClient } from '../provider.ts';

export interface TwilioClientOptions {
  accountSid: string;
  authToken: string;
  /** Another server that speaks Twilio's REST API, e.g. a local one. */
  apiBaseUrl?: string;
  /** Unit: milliseconds. */
  timeoutMs?: number;
}

export type TwilioClient = ProviderClient;

/** Opens a client of Twilio's REST API; with `apiBaseUrl`, of whoever speaks it there. */
export function twilioClient({
  accountSid,
  authToken,
  apiBaseUrl,
  timeoutMs = 10_000,
}: TwilioClientOptions): TwilioClient {
  const httpClient = new RequestClient({ timeout: timeoutMs });
  const base = apiBaseUrl?.replace(/\/+$/, '');
  if (base !== undefined) {
    // The library has no setting for another host, so the address is changed on its way out.
    httpClient.axios.interceptors.request.use((config) => {
      if (config.url !== undefined) config.url = config.url.replace(/^https:\/\/[^/]+/, base);
      return config;
    });
  }
  return openClient(accountSid, authToken, { httpClient });
}
