import { type DeskContext, keepPrintedForm, pageKey } from '@guichet/casework';
import { writePhone } from '@guichet/catalogue';
import { fieldLayout, layoutForm, newSerial, pageSigner, renderForm } from '@guichet/channels/mail';
import { DeskError } from '@guichet/kernel';
import type { DoorDeps, DoorFacts } from './door.ts';

/** A printing takes a core for a fifth of a second: more of them waiting would keep requests waiting too. */
const waitingMaxOtherwise = 20;

/**
 * Gives the function that prints paper forms, one at a time.
 *
 * Guarantee: each printing has a serial of its own: pages of one serial make one letter, so two people's must never share it;
 *   where its fields stand is kept before it leaves, so that it is read in ten years too.
 * Errors: not-now — too many wait.
 */
export function paperFormPrinter(
  desk: DeskContext,
  facts: DoorFacts,
  { waitingMax = waitingMaxOtherwise }: { waitingMax?: number } = {},
): DoorDeps['paperForm'] {
  const sign = pageSigner(pageKey(desk.keyring));
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (service, language, print, request) => {
    if (waiting >= waitingMax) throw new DeskError('not-now', 'try-again', { detail: 'the printer is busy' });
    waiting += 1;
    const printing = last.then(async () => {
      const layout = layoutForm(service, language, {
        organisation: facts.organisation[language],
        returnAddress: facts.address,
        serial: newSerial(),
        sign,
        online: facts.publicUrl.replace(/^https?:\/\//, ''),
        ...(facts.phone === undefined ? {} : { phone: writePhone(facts.phone) }),
        paper: facts.paper,
        print,
        ...(request === undefined ? {} : { request }),
      });
      await keepPrintedForm(desk, fieldLayout(layout));
      return renderForm(layout);
    });
    last = printing.catch(() => undefined);
    try {
      return await printing;
    } finally {
      waiting -= 1;
    }
  };
}
