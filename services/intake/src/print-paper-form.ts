import type { CompiledService } from '@guichet/catalogue';
import { pageKey } from '@guichet/casework';
import { formPdf, newSerial, pageSigner } from '@guichet/channels/mail';
import type { Language } from '@guichet/kernel';
import type { Keyring } from '@guichet/platform';
import type { DoorDeps, DoorFacts } from './door.ts';

/** Printings made at once: each takes a core for a moment, and the queue of requests must not wait for paper. */
const atOnceMax = 2;

/**
 * Gives the function that prints paper forms.
 *
 * Guarantee: each printing has a serial of its own, so that the pages of two people's letters never mix.
 */
export function paperFormPrinter(keyring: Keyring, facts: DoorFacts): DoorDeps['paperForm'] {
  const sign = pageSigner(pageKey(keyring));
  const waiting: (() => void)[] = [];
  let printing = 0;
  return async (service: CompiledService, language: Language) => {
    if (printing >= atOnceMax) await new Promise<void>((resolve) => waiting.push(resolve));
    printing += 1;
    try {
      return await formPdf(service, language, {
        organisation: facts.organisation[language],
        returnAddress: facts.address,
        serial: newSerial(),
        sign,
        online: facts.publicUrl.replace(/^https?:\/\//, ''),
        ...(facts.phone === undefined ? {} : { phone: facts.phone }),
      });
    } finally {
      printing -= 1;
      waiting.shift()?.();
    }
  };
}
