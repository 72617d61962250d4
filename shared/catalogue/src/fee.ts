import type { Lookup } from './answer-of.ts';
import type { Fee } from './compiled.ts';
import { holdsWhen } from './conditions.ts';
import type { ServiceDefinition } from './definition.ts';
import { amountOf } from './expressions.ts';

/** Makes the function that gives what is paid for given answers: by the first rule that holds, in the parts chosen. */
export function feeReader({ fee }: ServiceDefinition): (lookup: Lookup) => Fee | undefined {
  const rules = (fee?.rules ?? []).map(({ when, cents, label }) => ({
    holds: when === undefined ? undefined : holdsWhen(when),
    amount: amountOf(cents),
    label,
  }));
  const instalments = fee?.instalments;
  return (lookup) => {
    const rule = rules.find(({ holds }) => holds === undefined || holds(lookup));
    if (rule === undefined) return undefined;
    const cents = Math.max(0, Math.round(rule.amount(lookup)));
    const parts = instalments === undefined ? undefined : lookup(instalments.payments);
    if (instalments === undefined || typeof parts !== 'number' || parts < 2)
      return { cents, label: rule.label };
    return {
      cents,
      label: rule.label,
      instalments: { cents: inParts(cents, Math.floor(parts)), everyDays: instalments.everyDays },
    };
  };
}

/** Shares an amount in equal parts; the cents that do not divide go to the first ones. */
function inParts(cents: number, parts: number): number[] {
  const least = Math.floor(cents / parts);
  return Array.from({ length: parts }, (_, at) => least + (at < cents - least * parts ? 1 : 0));
}
