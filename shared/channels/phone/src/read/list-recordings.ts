import { z } from 'zod';
import type { TwilioClientOptions } from '../say/twilio-client.ts';
import { askRecordings } from './ask-recordings.ts';

export type ListedRecordings =
  /** `isAll` is false where the provider keeps more than it told. */
  | { kind: 'listed'; recordings: { providerRef: string; madeAt: Date }[]; isAll: boolean }
  /** The provider is away, or its answer can't be read. */
  | { kind: 'later'; why: string };

const answered = z.object({
  recordings: z.array(z.object({ sid: z.string(), date_created: z.string() })),
  next_page_uri: z.string().nullish(),
});

/** More than a call can leave. */
const pageSize = 1000;

/**
 * Lists the recordings that the telephone provider keeps of one call.
 *
 * Guarantee: never throws for what the provider does; a call that the provider does not know has none.
 * Source: Twilio docs, Recordings resource, list of a call
 */
export async function listRecordings(
  options: TwilioClientOptions,
  callSid: string,
): Promise<ListedRecordings> {
  if (!/^CA[0-9a-zA-Z]{1,64}$/.test(callSid)) return { kind: 'listed', recordings: [], isAll: true };
  try {
    const answer = await askRecordings(
      options,
      'GET',
      `Calls/${callSid}/Recordings.json?PageSize=${pageSize}`,
    );
    if (!answer.ok) {
      await answer.body?.cancel();
      return answer.status === 404
        ? { kind: 'listed', recordings: [], isAll: true }
        : { kind: 'later', why: `twilio-http-${answer.status}` };
    }
    const read = answered.safeParse(await answer.json());
    if (!read.success) return { kind: 'later', why: 'twilio-not-understood' };
    const recordings = read.data.recordings.map(({ sid, date_created }) => ({
      providerRef: sid,
      madeAt: new Date(date_created),
    }));
    if (recordings.some(({ madeAt }) => Number.isNaN(madeAt.getTime())))
      return { kind: 'later', why: 'twilio-not-understood' };
    return { kind: 'listed', recordings, isAll: !read.data.next_page_uri };
  } catch {
    return { kind: 'later', why: 'twilio-unreachable' };
  }
}
