import { dammDigit, type Language } from '@guichet/kernel';
import { toCardinal as english } from 'n2words/en-CA';
import { toCardinal as french } from 'n2words/fr-FR';
import { seeded } from './seeded.ts';
import type { Utterance } from './read-utterances.ts';

type Chance = ReturnType<typeof seeded>;

const months = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};
const firstNames: Record<string, readonly string[]> = {
  A: ['Alice', 'Albert'],
  B: ['Bernard', 'Béatrice'],
  C: ['Charles', 'Céline'],
  E: ['Émile', 'Éric'],
  G: ['Georges', 'Gaston'],
  H: ['Hélène', 'Henri'],
  J: ['Jacques', 'Julie'],
  K: ['Karine', 'Kevin'],
  L: ['Louise', 'Luc'],
  M: ['Marie', 'Michel'],
  N: ['Nicole', 'Normand'],
  P: ['Pierre', 'Paul'],
  R: ['Robert', 'Roger'],
  S: ['Simon', 'Suzanne'],
  T: ['Thérèse', 'Thomas'],
  V: ['Vincent', 'Valérie'],
  W: ['William', 'Wagon'],
  X: ['Xavier', 'Xylophone'],
  Y: ['Yvon', 'Yolande'],
  Z: ['Zoé', 'Zénon'],
};
const letterNames: Record<Language, Record<string, string>> = {
  fr: Object.fromEntries(
    'A:a B:bé C:cé E:e G:gé H:hache J:ji K:ka L:elle M:emme N:enne P:pé R:erre S:esse T:té V:vé W:double_vé X:ixe Y:i_grec Z:zède'
      .split(' ')
      .map((pair) => pair.replaceAll('_', ' ').split(':') as [string, string]),
  ),
  en: Object.fromEntries(
    'A:a B:bee C:see E:e G:gee H:aitch J:jay K:kay L:el M:em N:en P:pea R:are S:ess T:tea V:vee W:double_u X:ex Y:why Z:zed'
      .split(' ')
      .map((pair) => pair.replaceAll('_', ' ').split(':') as [string, string]),
  ),
};

/** Makes utterances of numbers, dates and codes by chance, the same each time; the words come from a library that only writes. */
export function madeUtterances(language: Language, each: number): Utterance[] {
  const chance = seeded(language === 'fr' ? 1608 : 1763);
  const kinds = [phone, cardinal, amount, date, birth, postalCode, identifier, wrongDigits, wrongCode];
  return kinds.flatMap((make) => Array.from({ length: each }, () => make(chance, language)));
}

/** A cardinal as it is said: with its hyphens or, as recognisers also write it, without. */
function words(value: number, language: Language, hyphens: boolean): string {
  const said = language === 'fr' ? french(value) : english(value);
  return hyphens ? said : said.replaceAll('-', ' ');
}

/** Digits by groups, their leading zeros said one by one. */
function group(digits: string, language: Language): string {
  const zeros = /^0*/.exec(digits)?.[0].length ?? 0;
  const rest = digits.slice(zeros);
  return [
    ...Array.from({ length: zeros }, () => words(0, language, true)),
    ...(rest === '' ? [] : [words(Number(rest), language, true)]),
  ].join(' ');
}

function oneByOne(digits: string, language: Language, between: string): string {
  return [...digits].map((digit) => words(Number(digit), language, true)).join(between);
}

function phone(chance: Chance, language: Language): Utterance {
  const digits = `${chance.from(['418', '514', '819', '450', '581', '438', '367'])}${chance.within(2, 9)}${chance.digits(6)}`;
  const [area, exchange, line] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)];
  const [first, last] = [line.slice(0, 2), line.slice(2)];
  const pairs = [area, exchange, first, last].map((part) => group(part, language)).join(', ');
  const said = chance.from([
    `${area} ${exchange}-${line}`,
    `${area}-${exchange}-${line}`,
    `${area} ${exchange} ${first} ${last}`,
    oneByOne(digits, language, ' '),
    `${oneByOne(area, language, ' ')}, ${oneByOne(exchange, language, ' ')}, ${oneByOne(line, language, ' ')}`,
    pairs,
    `${oneByOne(area, language, ' ')}, ${oneByOne(exchange, language, ' ')}, ${group(first, language)} ${group(last, language)}`,
    `${area} ${exchange} ${oneByOne(line, language, ' ')}`,
  ]);
  return {
    kind: 'phone',
    context: '-',
    said: framed(chance, said, language, 'phone'),
    expected: `+1${digits}`,
  };
}

function cardinal(chance: Chance, language: Language): Utterance {
  const value = chance.from([chance.within(0, 99), chance.within(100, 9999), chance.within(10_000, 999_999)]);
  const written = String(value).replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? '\u00a0' : ',');
  const said = chance.from([
    words(value, language, true),
    words(value, language, false),
    written,
    String(value),
  ]);
  return {
    kind: 'number',
    context: 'large',
    said: framed(chance, said, language, 'number'),
    expected: String(value),
  };
}

function amount(chance: Chance, language: Language): Utterance {
  const dollars = chance.from([
    chance.within(1, 99),
    chance.within(100, 9999),
    chance.within(10_000, 900_000),
  ]);
  const cents = chance.from([0, chance.within(10, 99)]);
  const two = String(cents).padStart(2, '0');
  const name =
    dollars === 1 ? 'dollar' : chance.from(language === 'fr' ? ['dollars', 'piasses'] : ['dollars', 'bucks']);
  const whole = `${words(dollars, language, chance.coin())} ${name}`;
  const [and, coins] =
    language === 'fr' ? ['et', chance.from(['cents', 'cennes', 'sous'])] : ['and', 'cents'];
  const part = words(cents, language, chance.coin());
  const figures = language === 'fr' ? `${dollars},${two} $` : `$${dollars}.${two}`;
  // A quarter is called "trente sous": that is a case of the written list.
  const named = cents === 30 ? `${part} cents` : `${part} ${coins}`;
  const said =
    cents === 0
      ? chance.from([whole, figures])
      : chance.from([`${whole} ${and} ${named}`, `${whole} ${and} ${part}`, figures]);
  return {
    kind: 'money',
    context: 'price',
    said: framed(chance, said, language, 'money'),
    expected: String(dollars * 100 + cents),
  };
}

function date(chance: Chance, language: Language): Utterance {
  const day = new Date(Date.UTC(2026, 10, 24 + chance.within(1, 399)));
  const iso = day.toISOString().slice(0, 10);
  return {
    kind: 'date',
    context: 'coming',
    said: framed(chance, dated(chance, iso, language), language, 'date'),
    expected: iso,
  };
}

function birth(chance: Chance, language: Language): Utterance {
  const day = new Date(Date.UTC(chance.within(1925, 2007), chance.within(0, 11), chance.within(1, 28)));
  const iso = day.toISOString().slice(0, 10);
  return { kind: 'date', context: 'birth', said: dated(chance, iso, language), expected: iso };
}

function dated(chance: Chance, iso: string, language: Language): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  const name = months[language][month - 1] ?? '';
  const hyphens = chance.coin();
  const yearWords = chance.from([
    String(year),
    words(year, language, hyphens),
    inHundreds(year, language, hyphens),
  ]);
  if (language === 'en') return `${name} ${day}, ${year}`;
  const weekday = new Intl.DateTimeFormat('fr-CA', { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(iso),
  );
  const first =
    day === 1 ? chance.from(['premier', '1er']) : chance.from([String(day), words(day, language, hyphens)]);
  return chance.from([
    `le ${first} ${name} ${yearWords}`,
    `${first} ${name} ${yearWords}`,
    `${weekday} le ${first} ${name} ${yearWords}`,
    `${weekday} ${first} ${name} ${yearWords}`,
  ]);
}

/** `dix-neuf cent cinquante-huit`, as years are said. */
function inHundreds(year: number, language: Language, hyphens: boolean): string {
  if (language === 'en' || year >= 2000) return words(year, language, hyphens);
  const rest = year % 100 === 0 ? '' : ` ${words(year % 100, language, hyphens)}`;
  return `${words(Math.floor(year / 100), language, hyphens)} cent${rest}`;
}

function postalCode(chance: Chance, language: Language): Utterance {
  const letters = [...'ABCEGHJKLMNPRSTVWXYZ'];
  const code = [
    chance.from(['G', 'H', 'J']),
    chance.digits(1),
    chance.from(letters),
    chance.digits(1),
    chance.from(letters),
    chance.digits(1),
  ];
  const text = `${code.slice(0, 3).join('')} ${code.slice(3).join('')}`;
  const like = language === 'fr' ? 'comme' : 'as in';
  const spelt = (letter: (text: string) => string, digit: (text: string) => string) =>
    code.map((character, at) => (at % 2 === 0 ? letter(character) : digit(character)));
  const digit = (character: string) => words(Number(character), language, true);
  const said = chance.from([
    text,
    text.toLowerCase(),
    code.join(' '),
    spelt((letter) => letter, digit).join(' '),
    spelt((letter) => letterNames[language][letter] ?? letter, digit).join(' '),
    spelt(
      (letter) => `${letter} ${like} ${chance.from(firstNames[letter] ?? [letter])}`,
      chance.coin() ? digit : (character) => character,
    ).join(', '),
  ]);
  return { kind: 'postal-code', context: '-', said, expected: text };
}

function identifier(chance: Chance, language: Language): Utterance {
  const body = `${chance.within(1, 9)}${chance.digits(8)}`;
  const digits = `${body}${dammDigit(body)}`;
  const pairs = [0, 2, 4, 6, 8].map((at) => group(digits.slice(at, at + 2), language));
  const said = chance.from([
    digits,
    `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`,
    oneByOne(digits, language, ' '),
    pairs.join(', '),
    oneByOne(digits, language, ', '),
  ]);
  return { kind: 'identifier', context: 'damm10', said, expected: digits };
}

/** One digit too few, too many or misheard: the check digit does not hold, or the number has no such form. */
function wrongDigits(chance: Chance, language: Language): Utterance {
  const { said, expected = '' } = identifier(chance, language);
  const at = chance.within(0, 9);
  const other = (Number(expected[at]) + chance.within(1, 9)) % 10;
  const spoilt = chance.from([
    expected.slice(0, -1),
    `${expected}${chance.digits(1)}`,
    `${expected.slice(0, at)}${other}${expected.slice(at + 1)}`,
  ]);
  return {
    kind: 'identifier',
    context: 'damm10',
    said: chance.coin() ? oneByOne(spoilt, language, ' ') : spoilt,
    expected: said === spoilt ? expected : undefined,
  };
}

/** A letter no code holds, a letter for a digit, or a word that does not start with its letter. */
function wrongCode(chance: Chance, language: Language): Utterance {
  const { expected = '' } = postalCode(chance, language);
  const [first = '', second = ''] = expected;
  const said = chance.from([
    `${chance.from(['D', 'F', 'I', 'O', 'Q', 'U', 'W', 'Z'])}${expected.slice(1)}`,
    `${first}${chance.from(['D', 'F', 'O', 'I'])}${expected.slice(2)}`,
    expected.slice(0, -1),
    `${expected}${chance.digits(1)}`,
    `${first} ${language === 'fr' ? 'comme' : 'as in'} ${first === 'M' ? 'Paul' : 'Mathieu'}, ${second}, ${[...expected.slice(2).replace(' ', '')].join(' ')}`,
  ]);
  return { kind: 'postal-code', context: '-', said, expected: undefined };
}

const frames: Record<Language, Record<'phone' | 'number' | 'money' | 'date', readonly string[]>> = {
  fr: {
    phone: ['%', '%', 'c’est le %', 'mon numéro est le %', 'rappelez-moi au %', 'euh, %'],
    number: ['%', '%', '% personnes', 'environ % personnes', 'on est %', 'c’est %'],
    money: ['%', '%', 'ça coûte %', 'environ %', 'c’est %'],
    date: ['%', '%', '% s’il vous plaît', 'à partir de %', 'ce sera %'],
  },
  en: {
    phone: ['%', '%', 'my number is %', 'it’s %', 'uh, %'],
    number: ['%', '%', '% people', 'about %', 'there are %'],
    money: ['%', '%', 'it cost %', 'about %'],
    date: ['%', '%', '% please', 'on %', 'starting %'],
  },
};

function framed(chance: Chance, said: string, language: Language, kind: keyof (typeof frames)['fr']): string {
  return chance.from(frames[language][kind]).replace('%', () => said);
}
