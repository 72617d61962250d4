import { teamsSeen } from '@guichet/casework';
import type { SSEStreamingApi } from 'hono/streaming';
import type { DeskRequest } from '../frame/desk-env.ts';
import { staffOf } from '../session/require-staff.ts';
import { lookersOf } from './lookers-of.ts';
import type { LookersWatch } from './watch-lookers.ts';

/** Tells a page who else looks at the cases of its teams, at once and whenever it changes, until it ends; of one case when it is named. */
export async function tellLookers(
  c: DeskRequest,
  stream: SSEStreamingApi,
  watch: LookersWatch,
  ended: AbortSignal,
  only?: string,
): Promise<void> {
  const { actor } = staffOf(c);
  const sees = teamsSeen(actor);
  let [seen, told] = ['', '{}'];
  while (!ended.aborted) {
    seen = await watch.next(actor, seen, ended);
    if (ended.aborted) return;
    const lookers = watch
      .now()
      .filter(({ team, reference }) => sees(team) && (only === undefined || reference === only));
    const text = JSON.stringify(lookersOf(lookers, actor, c.get('language')));
    if (text !== told) await stream.writeSSE({ event: 'lookers', data: text });
    told = text;
  }
}
