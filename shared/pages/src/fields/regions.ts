import type { Language } from '@guichet/kernel';

interface Named {
  code: string;
  name: string;
}

const provinces: { [language in Language]: readonly Named[] } = { fr: named('fr'), en: named('en') };

function named(language: Language): Named[] {
  const list: [string, string, string][] = [
    ['QC', 'Québec', 'Quebec'],
    ['AB', 'Alberta', 'Alberta'],
    ['BC', 'Colombie-Britannique', 'British Columbia'],
    ['PE', 'Île-du-Prince-Édouard', 'Prince Edward Island'],
    ['MB', 'Manitoba', 'Manitoba'],
    ['NB', 'Nouveau-Brunswick', 'New Brunswick'],
    ['NS', 'Nouvelle-Écosse', 'Nova Scotia'],
    ['NU', 'Nunavut', 'Nunavut'],
    ['ON', 'Ontario', 'Ontario'],
    ['SK', 'Saskatchewan', 'Saskatchewan'],
    ['NL', 'Terre-Neuve-et-Labrador', 'Newfoundland and Labrador'],
    ['NT', 'Territoires du Nord-Ouest', 'Northwest Territories'],
    ['YT', 'Yukon', 'Yukon'],
  ];
  return list.map(([code, fr, en]) => ({ code, name: language === 'fr' ? fr : en }));
}

/** Source: ISO 3166-1 alpha-2, officially assigned, less territories without post of their own. */
const codes =
  'AD AE AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CD CF CG CH CI CK CL ' +
  'CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP ' +
  'GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI ' +
  'LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR ' +
  'NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SK SL SM SN SO SR SS ST ' +
  'SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW';

const countries: { [language in Language]: readonly Named[] } = { fr: sorted('fr'), en: sorted('en') };

function sorted(language: Language): Named[] {
  const names = new Intl.DisplayNames([`${language}-CA`], { type: 'region' });
  const abroad = codes.split(' ').map((code) => ({ code, name: names.of(code) ?? code }));
  abroad.sort((a, b) => a.name.localeCompare(b.name, `${language}-CA`));
  return [{ code: 'CA', name: 'Canada' }, ...abroad];
}

/** Lists Canada's provinces and territories, Québec first. */
export function provinceNames(language: Language): readonly Named[] {
  return provinces[language];
}

/** Lists the world's countries by name, Canada first. */
export function countryNames(language: Language): readonly Named[] {
  return countries[language];
}
