import { DeskError, type Language } from '@guichet/kernel';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';

/** Changes the language in which the desk speaks to the actor. Safe to repeat. Gives whether it changed. */
export function changeLanguage(ctx: DeskContext, language: Language): Promise<boolean> {
  return transact(ctx, 'account.change', async (tx) => {
    if (ctx.actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
    const { staffId } = ctx.actor;
    const done =
      await tx.sql`update staff set language = ${language} where id = ${staffId} and language <> ${language}`;
    if (done.count === 0) return tx.unchanged(false);
    return tx.record(
      { subject: { kind: 'staff', id: staffId }, kind: 'staff.language-changed', data: { language } },
      true,
    );
  });
}
