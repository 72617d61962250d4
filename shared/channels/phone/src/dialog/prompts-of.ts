import { type MemberQuestion, type Question, wording } from '@guichet/catalogue';
import { type Language, newId } from '@guichet/kernel';
import { askBy } from '../askers/asker-of.ts';
import { briefWordsOf } from '../words/brief-words.ts';
import { capital } from '../words/capital.ts';
import { wordsOf } from '../words/words-of.ts';
import type { Listen } from './turn.ts';

/** What the line says for one question, and what it then listens to. */
export interface Prompt {
  key: string;
  say: string[];
  listen: Exclude<Listen['kind'], 'transfer'>;
}

/** Writes the first prompt of each question, in the order given, as a caller without a known number would hear it. */
export function promptsOf(questions: readonly Question[], language: Language, today: string): Prompt[] {
  return questions.flatMap((question): Prompt[] => {
    if (question.type === 'information') {
      const body = question.ask?.phone?.[language] ?? question.body[language];
      return [{ key: question.key, say: [body], listen: 'none' }];
    }
    if (question.type !== 'group') return [promptOf(question, question.key, language, today)];
    const heading = wording(question, 'phone', language).label;
    const entry = wordsOf(language).entry(capital(question.entry[language]), 1);
    return [
      { key: question.key, say: [heading, entry], listen: 'none' },
      ...question.questions.map((member) =>
        promptOf(member, `${question.key}.0.${member.key}`, language, today),
      ),
    ];
  });
}

function promptOf(
  question: Question | MemberQuestion,
  key: string,
  language: Language,
  today: string,
): Prompt {
  const { say, listen } = askBy(
    {
      question,
      sub: { step: 'ask' },
      misses: 0,
      speech: true,
      language,
      brief: true,
      words: briefWordsOf(language),
      today,
      newEvidenceId: () => newId<'evidence'>(),
    },
    false,
  );
  return { key, say, listen: listen.kind };
}
