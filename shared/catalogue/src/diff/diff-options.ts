import type { Bilingual } from '@guichet/kernel';
import type { MemberQuestion, Option, Question } from '../definition.ts';
import { nbsp, quoted } from '../words/writing.ts';
import { movedKeys } from './moved-keys.ts';
import { named, textChange } from './say-change.ts';

/** Lists what can be chosen in a question: options, or places of an appointment. */
export function optionsOf(question: Question | MemberQuestion): readonly Option[] {
  if (question.type === 'slot') return question.places;
  return question.type === 'choice' || question.type === 'choices' || question.type === 'ranking'
    ? question.options
    : [];
}

/** Says which options came, went, read otherwise or changed places; `renamed` is old key to new key. */
export function diffOptions(
  subject: Bilingual,
  before: readonly Option[],
  after: readonly Option[],
  renamed: Readonly<Record<string, string>>,
): Bilingual[] {
  const keyOf = (key: string): string => (Object.hasOwn(renamed, key) ? (renamed[key] ?? key) : key);
  const old = new Map(before.map((option) => [keyOf(option.key), option]));
  const now = new Map(after.map((option) => [option.key, option]));
  const came = after.filter(({ key }) => !old.has(key));
  const went = [...old].filter(([key]) => !now.has(key)).map(([, option]) => option);
  const stayed = after.filter(({ key }) => old.has(key));
  const moved = movedKeys(
    [...old.keys()].filter((key) => now.has(key)),
    stayed.map(({ key }) => key),
  );
  return [
    ...came.map(({ label }) => ({
      fr: `${subject.fr}${nbsp}: nouveau choix ${quoted(label.fr, 'fr')}`,
      en: `${subject.en}: new option ${quoted(label.en, 'en')}`,
    })),
    ...went.map(({ label }) => ({
      fr: `${subject.fr}${nbsp}: le choix ${quoted(label.fr, 'fr')} n’est plus offert`,
      en: `${subject.en}: option ${quoted(label.en, 'en')} is no longer offered`,
    })),
    ...stayed.flatMap(({ key, label }) =>
      textChange({ fr: `${subject.fr} – choix`, en: `${subject.en} – option` }, old.get(key)?.label, label),
    ),
    ...moved.map(({ key, earlier }) => {
      const { fr, en } = named(now.get(key)?.label ?? { fr: key, en: key });
      // By telephone an option's key is its place: moving it changes what people press.
      return earlier
        ? {
            fr: `${subject.fr}${nbsp}: le choix ${fr} vient plus tôt`,
            en: `${subject.en}: option ${en} comes earlier`,
          }
        : {
            fr: `${subject.fr}${nbsp}: le choix ${fr} vient plus tard`,
            en: `${subject.en}: option ${en} comes later`,
          };
    }),
  ];
}
