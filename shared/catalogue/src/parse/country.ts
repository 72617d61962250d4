const named = new Map<string, string>([
  ['canada', 'CA'],
  ['usa', 'US'],
  ['united states', 'US'],
  ['united states of america', 'US'],
  ['etats-unis', 'US'],
  ['france', 'FR'],
  ['belgique', 'BE'],
  ['belgium', 'BE'],
  ['suisse', 'CH'],
  ['switzerland', 'CH'],
  ['mexique', 'MX'],
  ['mexico', 'MX'],
  ['royaume-uni', 'GB'],
  ['united kingdom', 'GB'],
]);

/** Gives the two letters of a country, from its code or the name of a few that people write; undefined when unknown. Source: ISO 3166-1 */
export function countryCode(text: string): string | undefined {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
  if (/^[a-z]{2}$/.test(plain)) return plain.toUpperCase();
  return named.get(plain);
}
