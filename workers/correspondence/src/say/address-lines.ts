import type { ToSay } from '@guichet/casework';
import type { Language } from '@guichet/kernel';

type Address = Extract<ToSay, { way: 'letter' }>['address'];

/**
 * Writes an address as an envelope's window shows it.
 *
 * Source: Canada Post, Addressing Guidelines: municipality, province's symbol, two spaces, postal code; country last
 */
export function addressLines(address: Address, language: Language): string[] {
  const { street, unit, municipality, province, postalCode, country = 'CA' } = address;
  const apartment = language === 'fr' ? 'app.' : 'apt';
  const lines = [
    unit ? `${street}, ${apartment} ${unit}` : street,
    `${municipality} ${province}  ${postalCode}`.trim(),
  ];
  if (country === 'CA') return lines;
  const name = new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country;
  return [...lines, name.toLocaleUpperCase(language)];
}
