import { newReference } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import type { PageLine } from './page-text.ts';
import { suggest } from './suggest.ts';

const today = '2026-11-24';

/** A page as read, ten pixels a character. */
function page(text: string): PageLine[] {
  let paragraph = 1;
  return text.split('\n').flatMap((line, row) => {
    if (line === '') paragraph += 1;
    let x = 0;
    const words = line
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => {
        const box = { text: word, confidence: 0.9, x, y: row * 40, width: word.length * 10, height: 30 };
        x += (word.length + 1) * 10;
        return box;
      });
    return words.length === 0 ? [] : [{ paragraph, words }];
  });
}
const suggested = (...texts: string[]) => suggest(texts.map(page), today);
const values = (found: readonly { value: unknown }[]) => found.map(({ value }) => value);

describe('the dates of a letter', () => {
  it.each([
    ['Le 12 novembre 2026', '2026-11-12'],
    ['Québec, le 1er octobre 2026', '2026-10-01'],
    ['October 26, 2026', '2026-10-26'],
    ['Nov. 2nd, 2026', '2026-11-02'],
    ['26 October 2026', '2026-10-26'],
    ['2026-11-12', '2026-11-12'],
    ['26/10/2026', '2026-10-26'],
    ['11/11/2026', '2026-11-11'],
    // Could be the 4th of May or the 5th of April.
    ['04/05/2026', undefined],
    ['le 31 février 2026', undefined],
    // Still to come.
    ['Le 25 novembre 2026', undefined],
    ['Le 12 nivôse 2026', undefined],
  ])('%s', (text, on) => {
    const [date] = suggested(`${text}\n\nMadame, Monsieur,\n\nJe vous écris au sujet de ma rue.`).dates;
    expect(date?.value).toBe(on);
  });

  it('the line that is a date comes before a day that the text names, and says where it stands', () => {
    const { dates } = suggested(
      'J’ai écrit à vos bureaux au mois d’octobre, soit le 3 octobre 2026, sans réponse aucune.\nLe 12 novembre 2026',
    );
    expect(values(dates)).toEqual(['2026-11-12', '2026-10-03']);
    expect(dates[0]?.spot).toEqual({ page: 1, x: 30, y: 40, width: 160, height: 30 });
  });

  it.each([
    [
      'CANADA POST POSTES CANADA\n2026 11 09\nVille de Québec\n2, rue des Jardins\nQuébec QC G1R 4S9',
      '2026-11-09',
    ],
    ['MONTRÉAL 09 NOV 2026\nVille de Québec\n2, rue des Jardins\nQuébec QC G1R 4S9', '2026-11-09'],
  ])('a stamp on an envelope is a postmark: %s', (text, on) => {
    expect(suggested(text).dates).toMatchObject([{ value: on, of: 'postmark' }]);
  });
});

describe('numbers and ways to reach a person', () => {
  it('a reference is given when its check digit is right, and is no telephone number', () => {
    const reference = newReference();
    const wrong = `${reference.slice(0, 9)}${(Number(reference[9]) + 1) % 10}`;
    const spaced = reference.replace(/(\d{3})(\d{3})(\d{4})/, '$1 $2 $3');
    const { references, phones } = suggested(`Dossier : ${spaced}\nL’autre est ${wrong}.`);
    expect(values(references)).toEqual([reference]);
    expect(values(phones)).not.toContain(`+1${reference}`);
  });

  it.each([
    ['Tél. : 450 555-0198', '+14505550198'],
    ['(514) 555-0123', '+15145550123'],
    ['1-819-555-0160', '+18195550160'],
    ['médaille 20458', undefined],
    ['1 234 567 890', undefined],
  ])('telephone: %s', (text, phone) => {
    expect(suggested(text).phones[0]?.value).toBe(phone);
  });

  it('an address is read with its parts, in French and in English', () => {
    expect(
      suggested('Aïcha Benoît\n55, chemin Sainte-Foy, app. 3\nTrois-Rivières (Québec) G8Z 2T4').addresses[0]
        ?.value,
    ).toEqual({
      street: '55, chemin Sainte-Foy',
      unit: '3',
      municipality: 'Trois-Rivières',
      province: 'QC',
      postalCode: 'G8Z 2T4',
    });
    expect(suggested('77 Maple Avenue, Unit 12\nWestmount, QC H3Y 1X9').addresses[0]?.value).toMatchObject({
      street: '77 Maple Avenue',
      unit: '12',
      municipality: 'Westmount',
    });
    expect(
      suggested('16, place du Marché\nSaint-Hyacinthe\nQuébec J2S 4Z7').addresses[0]?.value,
    ).toMatchObject({
      municipality: 'Saint-Hyacinthe',
      postalCode: 'J2S 4Z7',
    });
    // An I that the engine saw for a 1; a code that Canada does not have.
    expect(suggested('2, rue des Jardins\nQuébec QC GIR 4S9').addresses[0]?.value.postalCode).toBe('G1R 4S9');
    expect(suggested('2, rue des Jardins\nQuébec QC D1R 4S9').addresses).toEqual([]);
  });

  it('who signs is who comes after the closing words', () => {
    expect(
      values(
        suggested('Service des Travaux\n\nmes salutations distinguées.\n\nHélène Ngô et Étienne Paquet')
          .names,
      ),
    ).toEqual(['Hélène Ngô', 'Étienne Paquet']);
    expect(values(suggested('Sincerely,\nMargaret O’Connell').names)).toEqual(['Margaret O’Connell']);
    expect(suggested('Rue Des Érables\nMadame, Monsieur').names).toEqual([]);
  });

  it('an e-mail address and the language', () => {
    const found = suggested('Je vous écris pour ma rue, merci.\nG.Lachance@exemple.ca');
    expect([values(found.emails), found.language]).toEqual([['g.lachance@exemple.ca'], 'fr']);
    expect(suggested('I am writing to you about the street').language).toBe('en');
    expect(suggested('12').language).toBeUndefined();
  });
});
