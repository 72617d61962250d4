import { type CompiledService, type Condition, namedInExpression, namedQuestions } from '@guichet/catalogue';
import type { Bilingual, Language } from '@guichet/kernel';
import { formWords } from './words.ts';

/** What begins a sentence about a condition: `Répondez seulement si…`. */
export type ConditionLead = 'onlyIf' | 'forYou' | 'only';

/** Says a condition, in its own words where it has some, with the numbers of the questions it depends on. */
export function conditionWords(
  compiled: CompiledService,
  { when, whenWords }: { when: Condition; whenWords?: Bilingual | undefined },
  language: Language,
  lead: ConditionLead = 'onlyIf',
): string {
  const words = formWords[language];
  const said = (whenWords?.[language] ?? compiled.describeCondition(when, language)).replace(/\.$/, '');
  const lowered = `${said.charAt(0).toLowerCase()}${said.slice(1)}`;
  const numbers = questionNumbers(compiled);
  const named = [...new Set(asked(compiled, namedQuestions(when)))].flatMap((key) => numbers.get(key) ?? []);
  const seen = named.length === 0 ? '' : ` (${words.see(named.join(', '))})`;
  return `${words[lead](lowered)}${seen}.`;
}

/** Gives each question its number on paper; an information has none. */
export function questionNumbers(compiled: CompiledService): Map<string, number> {
  const questions = compiled.questions.filter((question) => question.type !== 'information');
  return new Map(questions.map((question, at) => [question.key, at + 1]));
}

/** Computed amounts are not on paper: the questions they come from are named in their place. */
function asked(compiled: CompiledService, keys: readonly string[]): string[] {
  return keys.flatMap((key) => {
    const amount = compiled.definition.computed?.find((one) => one.key === key);
    return amount === undefined ? [key] : asked(compiled, namedInExpression(amount.value));
  });
}
