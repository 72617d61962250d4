import { type Bilingual, type Language, languages } from '@guichet/kernel';
import { nbsp, quoted } from '../words/writing.ts';

type Say = Bilingual | undefined;

/** Puts a label between the quotation marks of each language. */
export const named = (label: Bilingual): Bilingual => ({
  fr: quoted(label.fr, 'fr'),
  en: quoted(label.en, 'en'),
});

/** Says what a part of something is about: `« Nom » – aide`. */
export const partOf = (subject: Bilingual, part: Bilingual): Bilingual => ({
  fr: `${subject.fr} – ${part.fr}`,
  en: `${subject.en} – ${part.en}`,
});

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Says that a value went from one to another, came, or went away; nothing when it stayed. */
export function valueChange(subject: Bilingual, before: Say, after: Say): Bilingual[] {
  if (same(before, after)) return [];
  if (before === undefined)
    return [{ fr: `${subject.fr}${nbsp}: maintenant ${after?.fr}`, en: `${subject.en}: now ${after?.en}` }];
  if (after === undefined)
    return [
      {
        fr: `${subject.fr}${nbsp}: plus maintenant (avant, ${before.fr})`,
        en: `${subject.en}: no longer (before, ${before.en})`,
      },
    ];
  return [
    {
      fr: `${subject.fr}${nbsp}: de ${before.fr} à ${after.fr}`,
      en: `${subject.en}: from ${before.en} to ${after.en}`,
    },
  ];
}

/** Says how a text reads now, in each language where it changed; nothing when it stayed. */
export function textChange(subject: Bilingual, before: Say, after: Say): Bilingual[] {
  const changed = languages.filter((language) => before?.[language] !== after?.[language]);
  const [only] = changed;
  if (only === undefined) return [];
  if (changed.length === 2)
    return [
      {
        fr: `${subject.fr}${nbsp}: ${became('fr', before?.fr, after?.fr)}`,
        en: `${subject.en}: ${became('en', before?.en, after?.en)}`,
      },
    ];
  // One language alone was touched: both readers must know which.
  const [old, now] = [before?.[only], after?.[only]];
  return [
    {
      fr: `${subject.fr} ${only === 'fr' ? '(en français)' : '(en anglais)'}${nbsp}: ${became('fr', old, now)}`,
      en: `${subject.en} ${only === 'fr' ? '(in French)' : '(in English)'}: ${became('en', old, now)}`,
    },
  ];
}

function became(reader: Language, before: string | undefined, after: string | undefined): string {
  const [old, now] = [quoted(before ?? '', reader), quoted(after ?? '', reader)];
  if (before === undefined) return reader === 'fr' ? `ajout de ${now}` : `${now} is added`;
  if (after === undefined) return reader === 'fr' ? `retrait de ${old}` : `${old} is taken out`;
  return reader === 'fr' ? `${old} devient ${now}` : `${old} becomes ${now}`;
}
