const names: Record<string, readonly string[]> = {
  AB: ['alberta', 'alb'],
  BC: ['british columbia', 'colombie-britannique', 'c.-b', 'b.c'],
  MB: ['manitoba', 'man'],
  NB: ['new brunswick', 'nouveau-brunswick', 'n.-b', 'n.b'],
  NL: ['newfoundland and labrador', 'newfoundland', 'terre-neuve-et-labrador', 't.-n.-l'],
  NS: ['nova scotia', 'nouvelle-ecosse', 'n.-e', 'n.s'],
  NT: ['northwest territories', 'territoires du nord-ouest', 't.n.-o'],
  NU: ['nunavut'],
  ON: ['ontario', 'ont'],
  PE: ['prince edward island', 'ile-du-prince-edouard', 'i.-p.-e', 'p.e.i'],
  QC: ['quebec', 'que', 'pq', 'p.q'],
  SK: ['saskatchewan', 'sask'],
  YT: ['yukon', 'yn'],
};

const codes = new Map<string, string>(
  Object.entries(names).flatMap(
    ([code, list]) => [[code.toLowerCase(), code], ...list.map((name) => [name, code])] as [string, string][],
  ),
);

/** Gives the two letters of a Canadian province or territory, from its code, its name in either language, or a usual short form. */
export function provinceCode(text: string): string | undefined {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\u2010-\u2015]+/g, (run) => (run.trim() === '' ? ' ' : '-'))
    .replace(/^\(|\)$/g, '')
    .replace(/\.$/, '')
    .trim();
  return codes.get(plain) ?? codes.get(plain.replace(/ /g, '-'));
}

const byFirstLetter: Record<string, string> = {
  A: 'NL',
  B: 'NS',
  C: 'PE',
  E: 'NB',
  G: 'QC',
  H: 'QC',
  J: 'QC',
  K: 'ON',
  L: 'ON',
  M: 'ON',
  N: 'ON',
  P: 'ON',
  R: 'MB',
  S: 'SK',
  T: 'AB',
  V: 'BC',
  Y: 'YT',
};

/** Gives the province that a Canadian postal code belongs to; undefined for X, which two territories share. */
export function provinceOfPostalCode(postalCode: string): string | undefined {
  return byFirstLetter[postalCode.slice(0, 1)];
}
