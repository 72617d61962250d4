import {
  type DeskContext,
  type FeeWay,
  type ProofDocument,
  proveIdentity,
  reverseFee,
  takeFee,
} from '@guichet/casework';
import { DeskError, type FeeEntryId, isDeskError } from '@guichet/kernel';
import { errorWords } from '@guichet/pages';
import { storedFile } from '@guichet/platform/http';
import { Hono } from 'hono';
import type { DeskDeps, DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import { isNonce } from './counter-form.ts';
import { findTakenAt } from './find-taken.ts';
import { paperReceipt } from './paper-receipt.tsx';
import { type Problem, receiptPage } from './receipt-page.tsx';

/** Gives the receipt of a request taken at the counter, to print on a roll or a letter page, and takes what is left to do before the person goes. */
export function receiptRoutes(deps: DeskDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const at = '/counter/:service/:nonce/receipt';
  app.get(at, (c) => receiptPage(c, deps));

  app.post(`${at}/identity`, async (c) => {
    const { found } = await findTakenAt(c);
    const document = textOf(c.get('form'), 'document') as ProofDocument;
    return tried(c, deps, { form: 'identity', told: 'identity' }, (ctx) =>
      proveIdentity(ctx, { reference: found.reference, how: 'document-seen', document }),
    );
  });

  app.post(`${at}/fee`, async (c) => {
    const { found } = await findTakenAt(c);
    const form = c.get('form');
    return tried(c, deps, { form: 'fee', told: 'paid' }, (ctx) =>
      takeFee(ctx, {
        id: idIn(textOf(form, 'id')),
        reference: found.reference,
        way: textOf(form, 'way') as FeeWay,
        receipt: textOf(form, 'receipt'),
        reason: textOf(form, 'reason'),
      }),
    );
  });

  app.post(`${at}/fee/:entry/reversal`, async (c) => {
    const { found } = await findTakenAt(c);
    const reason = textOf(c.get('form'), 'reason');
    return tried(c, deps, { form: 'reversal', told: 'reversed' }, (ctx) =>
      reverseFee(ctx, { id: idIn(c.req.param('entry') ?? ''), reference: found.reference, reason }),
    );
  });

  app.get('/counter/:service/:nonce/receipt.pdf', async (c) =>
    storedFile(c, await paperReceipt(await findTakenAt(c), deps)),
  );
  return app;
}

/** Does one of the last things; what is wrong with it is said beside its form. */
async function tried(
  c: DeskRequest,
  deps: DeskDeps,
  { form, told }: { form: Problem['form']; told: string },
  verb: (ctx: DeskContext) => Promise<unknown>,
): Promise<Response> {
  const { ctx } = staffOf(c, 'counter.serve');
  try {
    await verb(ctx);
  } catch (error) {
    if (!isDeskError(error) || (error.code !== 'invalid' && error.code !== 'conflict')) throw error;
    return receiptPage(c, deps, { form, message: errorWords(error, c.get('language')) });
  }
  return c.redirect(`/counter/${c.req.param('service')}/${c.req.param('nonce')}/receipt?told=${told}`, 303);
}

/** Reads the id that our page drew. Errors: not-found */
function idIn(text: string): FeeEntryId {
  if (!isNonce(text)) throw new DeskError('not-found', 'no-such-fee-entry');
  return text as FeeEntryId;
}
