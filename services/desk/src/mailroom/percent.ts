import { type Language, numberFormat } from '@guichet/kernel';

/** Writes a share of one as a percentage, with as many decimals as a small rate needs. */
export function percent(share: number, language: Language): string {
  const format = numberFormat(language === 'fr' ? 'fr-CA' : 'en-CA', {
    style: 'percent',
    maximumFractionDigits: 2,
  });
  return format.format(share);
}
