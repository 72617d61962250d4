import type { Bilingual } from '@guichet/kernel';
import type { CompiledService } from '../compiled.ts';
import type { Condition, MemberQuestion, Question } from '../definition.ts';
import { expandNames, toAmounts } from '../computed.ts';
import { namedQuestions } from '../named-questions.ts';
import { typeNames } from '../words/type-names.ts';
import { quoted, writeList } from '../words/writing.ts';
import { optionsOf } from './diff-options.ts';
import type { Versions } from './diff-question.ts';
import { isNarrower } from './is-narrower.ts';
import { sampleValue } from './sample-value.ts';
import { named, same } from './say-change.ts';
import type { LostAnswer } from './service-diff.ts';

type Asked = Question | MemberQuestion;
type Loss = { scope: LostAnswer['scope']; why: Bilingual };

/** Any day serves: it only says whether one type of answer can stand for another. */
const someDay = '2026-06-15';

/**
 * Lists the answers of drafts that would not go on under the new version.
 *
 * Guarantee: names every answer that `migrateAnswers` could lose; `all` when it loses whatever was answered.
 */
export function lostAnswers({ before, after }: Versions): LostAnswer[] {
  const { renamed = {}, options = {} } = after.definition.migrates ?? {};
  const keyOf = (key: string): string => (Object.hasOwn(renamed, key) ? (renamed[key] ?? key) : key);
  const amounts = toAmounts(after.definition);
  const were = new Map((before.definition.computed ?? []).map((one) => [one.key, one.value]));
  const recalculated = new Set(
    (after.definition.computed ?? [])
      .filter(({ key, value }) => !same(were.get(key), value))
      .map(({ key }) => key),
  );
  const lost = new Map<string, LostAnswer>();
  const found = before.questions.flatMap((old) => {
    if (old.type === 'information') return [];
    const now = after.question(keyOf(old.key));
    const losses =
      now === undefined || now.type === 'information'
        ? [all('on ne le demande plus', 'it is no longer asked')]
        : lossesOf(old, now, options[now.key] ?? {}, after);
    return [{ old, now, losses }];
  });
  for (const { old, now, losses } of found) {
    const moved = now?.when !== undefined && !same(old.when, now.when);
    // A condition on an answer that may be lost may no longer hold, nor one on an amount worked out otherwise.
    const names = now === undefined ? [] : conditionsOf(now).flatMap(namedQuestions);
    const shaky =
      names.some((name) => recalculated.has(name)) ||
      expandNames(names, amounts).some((key) => [...lost.keys()].some((gone) => keyOf(gone) === key));
    if (moved || (shaky && losses.length === 0))
      losses.push(some('si sa condition ne tient plus', 'if its condition no longer holds'));
    if (losses.length > 0) lost.set(old.key, tell(old, losses));
  }
  return [...lost.values()];
}

const conditionsOf = (question: Question): Condition[] =>
  [question, ...(question.type === 'group' ? question.questions : [])].flatMap(({ when }) => when ?? []);

function lossesOf(
  old: Asked,
  now: Asked,
  renamed: Readonly<Record<string, string>>,
  after: CompiledService,
): Loss[] {
  if (old.type !== now.type) return otherType(old, now, after);
  const losses: Loss[] = [];
  if (old.type === 'consent' && now.required && !old.required)
    losses.push(some('si elle était un refus', 'if it was a refusal'));
  const kept = new Set(optionsOf(now).map(({ key }) => key));
  const gone = optionsOf(old).filter(({ key }) => !kept.has(renamed[key] ?? key));
  if (gone.length > 0) {
    const said = (language: 'fr' | 'en'): string =>
      writeList(
        gone.map(({ label }) => quoted(label[language], language)),
        language,
        'or',
      );
    losses.push(some(`si le choix était ${said('fr')}`, `if the choice was ${said('en')}`));
  }
  if (old.type === 'person' && now.type === 'person' && old.birthDate !== now.birthDate)
    losses.push(
      now.birthDate
        ? all('il y manque la date de naissance', 'the date of birth is missing from it')
        : all('elle contient la date de naissance', 'it holds the date of birth'),
    );
  else if (isNarrower(old, now))
    losses.push(some('si elle ne tient pas dans les nouvelles limites', 'if it does not fit the new limits'));
  if (old.type === 'group' && now.type === 'group')
    losses.push(...groupLosses(old.questions, now.questions, after));
  return losses;
}

function otherType(old: Asked, now: Asked, after: CompiledService): Loss[] {
  const sample = sampleValue(old, someDay);
  const read = after.parseAnswer(now, sample, { today: someDay });
  const [was, is] = [typeNames[old.type], typeNames[now.type]];
  const why: [string, string] = [
    `une réponse de type « ${was.fr} » ne se lit pas toujours comme « ${is.fr} »`,
    `an answer of type “${was.en}” can’t always be read as “${is.en}”`,
  ];
  // Words, a date or a figure may happen to be read; what is refused whatever it says is lost for all.
  const may = read.ok || typeof sample === 'string' || typeof sample === 'number';
  return [may ? some(...why) : all(...why)];
}

/** An entry that is refused takes the whole list with it. */
function groupLosses(
  before: readonly MemberQuestion[],
  after: readonly MemberQuestion[],
  service: CompiledService,
): Loss[] {
  const [old, now] = [
    new Map(before.map((one) => [one.key, one])),
    new Map(after.map((one) => [one.key, one])),
  ];
  return [
    ...after.flatMap((member): Loss[] => {
      const was = old.get(member.key);
      const { fr, en } = named(member.label);
      const why: [string, string] = [
        `chaque entrée doit maintenant avoir ${fr}`,
        `each entry must now have ${en}`,
      ];
      const newly = member.required && (was === undefined || !was.required);
      if (was === undefined) return newly ? [member.when === undefined ? all(...why) : some(...why)] : [];
      return [
        ...(newly ? [some(...why)] : []),
        ...(same(was.when, member.when)
          ? []
          : [some(`si la condition de ${fr} ne tient plus`, `if the condition of ${en} no longer holds`)]),
        ...lossesOf(was, member, {}, service),
      ];
    }),
    ...before
      .filter(({ key }) => !now.has(key))
      .map((member): Loss => {
        const { fr, en } = named(member.label);
        const why: [string, string] = [
          `elle contient ${fr}, qui n’est plus demandé`,
          `it holds ${en}, no longer asked`,
        ];
        return member.required && member.when === undefined ? all(...why) : some(...why);
      }),
  ];
}

const all = (fr: string, en: string): Loss => ({ scope: 'all', why: { fr, en } });
const some = (fr: string, en: string): Loss => ({ scope: 'some', why: { fr, en } });

function tell(old: Asked, losses: Loss[]): LostAnswer {
  const whole = losses.filter(({ scope }) => scope === 'all');
  const told = whole.length > 0 ? whole : losses;
  const { fr, en } = named(old.label);
  const why = {
    fr: told.map((loss) => loss.why.fr).join('; '),
    en: told.map((loss) => loss.why.en).join('; '),
  };
  return whole.length > 0
    ? {
        key: old.key,
        scope: 'all',
        words: { fr: `${fr}, toujours – ${why.fr}`, en: `${en}, always – ${why.en}` },
      }
    : { key: old.key, scope: 'some', words: { fr: `${fr}, ${why.fr}`, en: `${en}, ${why.en}` } };
}
