import { teamsOf } from '../audit/enter-as.ts';
import { readAs } from '../audit/read-as.ts';
import type { Actor, DeskContext } from '../context.ts';

/** For each team with a waiting case, what tells one state of its queue from another. */
export type QueueMarks = ReadonlyMap<string, string>;

/**
 * Reads the marks of all queues: a team's changes whenever a case enters or leaves its queue.
 *
 * Guarantee: costs what moved since the last fold, whatever waits or was closed; holds nothing of a case.
 */
export async function readQueueMarks(ctx: DeskContext): Promise<QueueMarks> {
  return readAs(ctx, 'queue.watch', async (sql) => {
    // Whatever the order of the commits: a set of other cases has another exclusive or.
    const rows = await sql<{ team: string; mark: string }[]>`
      select team, concat(sum(change), '.', bit_xor(mark)) as mark from queue_tally group by team
      having sum(change) <> 0 or bit_xor(mark) <> 0`;
    return new Map(rows.map(({ team, mark }) => [team, mark]));
  });
}

/** Tells of a team whether an actor sees its queue. */
export function teamsSeen(actor: Extract<Actor, { kind: 'staff' }>): (team: string) => boolean {
  const teams = teamsOf(actor);
  return (team) => teams === '*' || actor.teams.includes(team);
}

/** Gives the mark of what an actor sees of the queue. */
export function queueMark(marks: QueueMarks, actor: Extract<Actor, { kind: 'staff' }>): string {
  const teams = teamsOf(actor);
  const seen = teams === '*' ? [...marks.keys()].sort() : teams.split(',');
  return seen.map((team) => `${team}=${marks.get(team) ?? 0}`).join(' ');
}
