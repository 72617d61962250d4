import { type FoundPosting, findPostings, noteReturned, type ReturnedWhy } from '@guichet/casework';
import { type PostedCode, readPostedCode } from '@guichet/channels/mail';
import type { SeenPage } from './child/open-pages.ts';
import type { MailroomContext } from './mailroom-context.ts';

/**
 * Notes what the codes of a pile of returned envelopes name as come back, and gives the pages that were of it.
 *
 * Guarantee: once a posting, however often its pages are seen; a page whose code names nothing posted, or more than one, is not
 *   among them: a person looks.
 */
export async function takeReturned(
  pages: readonly SeenPage[],
  why: ReturnedWhy,
  ctx: MailroomContext,
): Promise<Set<SeenPage>> {
  const byCode = new Map<string, { code: PostedCode; pages: SeenPage[] }>();
  for (const page of pages) {
    const code = page.codeText === undefined ? undefined : readPostedCode(page.codeText, ctx.sign);
    if (code === undefined || code === 'forged') continue;
    const key = JSON.stringify(code);
    byCode.set(key, { code, pages: [...(byCode.get(key)?.pages ?? []), page] });
  }
  const taken = new Set<SeenPage>();
  for (const { code, pages: of } of byCode.values()) {
    const posting = theOne(await findPostings(ctx, code));
    if (posting === undefined) continue;
    const noted = await noteReturned(ctx, posting.id, why);
    if (noted.kind !== 'not-posted') for (const page of of) taken.add(page);
  }
  return taken;
}

/** Of a case's letters without a serial of their own, the one still in the post; one that came back before is one seen twice. */
function theOne(found: readonly FoundPosting[]): FoundPosting | undefined {
  const [only, ...others] = found;
  if (others.length === 0) return only;
  const away = found.filter(({ returnedAt }) => returnedAt === null);
  return away.length === 1 ? away[0] : undefined;
}
