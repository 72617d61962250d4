import { idOfHash } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';

/** Tells whether a person was promised to call back under a key of `requestCallBack`. */
export function isCallBackAsked(ctx: DeskContext, key: string): Promise<boolean> {
  const id = idOfHash<'task'>(ctx.keyring.blindIndex('call-back', key));
  return readAs(ctx, 'evidence.read', async (sql) => {
    const [found] = await sql`select 1 from task where id = ${id}`;
    return found !== undefined;
  });
}
