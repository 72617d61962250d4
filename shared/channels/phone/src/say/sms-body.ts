import { formatReference, type Language } from '@guichet/kernel';

/** Unit: characters. Four parts of a text message; more is told where to be read. */
const smsMax = 600;

export interface SmsWords {
  words: string;
  language: Language;
  reference: string;
  /** The service's name in the person's language. */
  service: string;
}

/** Writes a reply as a text message: its words with the reference, or where they can be read when they are too long. */
export function smsBody({ words, language, reference, service }: SmsWords): string {
  const number = formatReference(reference);
  const body = words.includes(number) ? words : `${words} (${number})`;
  if (body.length <= smsMax) return body;
  return language === 'fr'
    ? `Une réponse vous attend : ${service}, référence ${number}. Lisez-la en ligne, ou appelez-nous.`
    : `An answer awaits you: ${service}, reference ${number}. Read it online, or call us.`;
}

/** The letters of a text message that takes 7 bits each; those of `double` take two. Source: 3GPP TS 23.038 §6.2.1 */
const plain =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const double = '^{}\\[~]|€\f';

/** Counts what a text message costs. Unit: characters; parts. Source: 3GPP TS 23.040 §9.2.3.24.1: a part of several holds 153, or 67 of any letter */
export function smsLength(body: string): { characters: number; parts: number } {
  const letters = [...body];
  const isPlain = letters.every((letter) => plain.includes(letter) || double.includes(letter));
  const units = isPlain
    ? letters.reduce((sum, letter) => sum + (double.includes(letter) ? 2 : 1), 0)
    : body.length;
  const [alone, each] = isPlain ? [160, 153] : [70, 67];
  return { characters: letters.length, parts: units <= alone ? 1 : Math.ceil(units / each) };
}
