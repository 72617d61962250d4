import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

export interface Accepted {
  key: string;
  email: string;
  reference: string;
}

/** Clients that go on asking while bad things happen. */
export interface RequestStream {
  readonly accepted: readonly Accepted[];
  /** What a client was answered instead of an acceptance, and what it was missing in that answer. */
  readonly refusals: ReadonlyMap<string, number>;
  send(request: { key: string; email: string }): Promise<Response>;
  /** Ends once each client has an acceptance of the last thing it asked. */
  stop(): Promise<void>;
}

const clients = 4;
/** Together about ten requests a second. Unit: milliseconds. */
const pause = 400;
const pauseAfterRefusal = 300;
const patience = 15_000;

/** Starts clients that report potholes, each repeating a request under its key until it is accepted. */
export function startRequestStream(url: string): RequestStream {
  const accepted: Accepted[] = [];
  const refusals = new Map<string, number>();
  const stopping = new AbortController();
  let count = 0;

  const send: RequestStream['send'] = ({ key, email }) =>
    fetch(`${url}/api/v1/requests`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({
        service: 'nid-de-poule',
        language: 'fr',
        answers: {
          place: { text: 'Devant le 12, rue des Érables' },
          size: 'large',
          danger: false,
          'reply-way': 'email',
          'reply-email': email,
        },
      }),
      signal: AbortSignal.timeout(patience),
    });

  const attempt = async (request: { key: string; email: string }): Promise<string | undefined> => {
    // A door that is away or too slow answers nothing; the client can't know what became of its request.
    const answer = await send(request).catch(() => undefined);
    if (answer?.status === 201)
      return ((await answer.json().catch(() => ({}))) as { reference?: string }).reference;
    const retry = answer && !answer.headers.has('retry-after') ? ' without Retry-After' : '';
    const what = answer ? `${answer.status}${retry}` : 'no answer';
    refusals.set(what, (refusals.get(what) ?? 0) + 1);
    return undefined;
  };

  const client = async () => {
    while (!stopping.signal.aborted) {
      count += 1;
      const request = { key: randomUUID(), email: `jours-${count}@exemple.example` };
      let reference = await attempt(request);
      while (reference === undefined) {
        await wait(pauseAfterRefusal);
        reference = await attempt(request);
      }
      accepted.push({ ...request, reference });
      await wait(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };

  const running = Promise.all(Array.from({ length: clients }, client));
  return {
    accepted,
    refusals,
    send,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
