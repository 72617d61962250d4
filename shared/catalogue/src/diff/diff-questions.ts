import type { Bilingual } from '@guichet/kernel';
import type { MemberQuestion, Question } from '../definition.ts';
import { nbsp } from '../words/writing.ts';
import { conditionWords, diffQuestion, type Versions } from './diff-question.ts';
import { movedKeys } from './moved-keys.ts';
import { named } from './say-change.ts';

type Asked = Question | MemberQuestion;

/** Says which questions came, went, moved or changed, members of groups under their group. */
export function diffQuestions(versions: Versions): Bilingual[] {
  return diffAsked(versions.before.questions, versions.after.questions, versions, undefined);
}

function diffAsked(
  before: readonly Asked[],
  after: readonly Asked[],
  versions: Versions,
  group: Bilingual | undefined,
): Bilingual[] {
  const renamed = versions.after.definition.migrates?.renamed ?? {};
  const keyOf = (key: string): string =>
    group === undefined && Object.hasOwn(renamed, key) ? (renamed[key] ?? key) : key;
  const subjectOf = ({ label }: Asked): Bilingual => {
    const { fr, en } = named(label);
    return group === undefined ? { fr, en } : { fr: `${group.fr} › ${fr}`, en: `${group.en} › ${en}` };
  };
  const old = new Map(before.map((question) => [keyOf(question.key), question]));
  const now = new Map(after.map((question) => [question.key, question]));
  const stayed = after.filter(({ key }) => old.has(key));
  const moved = movedKeys(
    [...old.keys()].filter((key) => now.has(key)),
    stayed.map(({ key }) => key),
  );
  return [
    ...after
      .filter(({ key }) => !old.has(key))
      .map((question) => added(subjectOf(question), question, versions)),
    ...[...old]
      .filter(([key]) => !now.has(key))
      .map(([, question]) => {
        const { fr, en } = subjectOf(question);
        return { fr: `N’est plus demandé${nbsp}: ${fr}`, en: `No longer asked: ${en}` };
      }),
    ...moved.map(({ key, earlier }) => {
      const { fr, en } = subjectOf(now.get(key) as Asked);
      return earlier
        ? { fr: `${fr} vient plus tôt`, en: `${en} comes earlier` }
        : { fr: `${fr} vient plus tard`, en: `${en} comes later` };
    }),
    ...stayed.flatMap((question) => {
      const was = old.get(question.key);
      if (was === undefined) return [];
      const subject = subjectOf(question);
      const members =
        was.type === 'group' && question.type === 'group'
          ? diffAsked(was.questions, question.questions, versions, subject)
          : [];
      return [...diffQuestion(subject, was, question, versions), ...members];
    }),
  ];
}

function added(subject: Bilingual, question: Asked, { after }: Versions): Bilingual {
  const info = question.type === 'information';
  const condition = question.when && conditionWords(question.when, after);
  const facts = {
    fr: [info ? '' : question.required ? 'obligatoire' : 'facultative', condition?.fr ?? ''],
    en: [info ? '' : question.required ? 'required' : 'optional', condition?.en ?? ''],
  };
  const tail = (parts: string[]): string => {
    const said = parts.filter(Boolean).join(', ');
    return said === '' ? '' : ` (${said})`;
  };
  return {
    fr: `${info ? 'Nouvelle information' : 'Nouvelle question'}${nbsp}: ${subject.fr}${tail(facts.fr)}`,
    en: `${info ? 'New information' : 'New question'}: ${subject.en}${tail(facts.en)}`,
  };
}
