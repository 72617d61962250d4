import type { Bilingual } from '@guichet/kernel';
import type { Lookup } from './answer-of.ts';
import type { ComputedValue } from './compiled.ts';
import type { Amounts } from './computed.ts';
import type { Computed } from './definition.ts';
import { nbsp, writeMoney, writeNumber } from './words/writing.ts';

/** Writes the computed amounts that have something to be worked out from. */
export function writeAmounts(amounts: Amounts, lookup: Lookup): ComputedValue[] {
  return [...amounts.values()].flatMap(({ definition, sensitivity }) => {
    const value = lookup(definition.key);
    if (typeof value !== 'number') return [];
    const { key, label } = definition;
    return [
      {
        key,
        label,
        value,
        text: { fr: written(definition, value, 'fr'), en: written(definition, value, 'en') },
        sensitivity,
      },
    ];
  });
}

function written({ writes, unit }: Computed, value: number, language: keyof Bilingual): string {
  if (writes === 'money') return writeMoney(Math.round(value), language);
  const figures = writeNumber(Math.round(value * 100) / 100, language);
  return unit === undefined ? figures : `${figures}${nbsp}${unit[language]}`;
}
