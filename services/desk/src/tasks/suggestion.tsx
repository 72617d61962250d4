import type { MemberQuestion, Question } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { words } from '@guichet/pages';

/** Questions of one field of words, which a suggestion can fill whole. */
const whole = new Set<Question['type']>(['text', 'long-text', 'place', 'email']);

export interface SuggestionProps {
  language: Language;
  text: string;
  question: Question | MemberQuestion;
}

/** Draws what a machine believes it heard, marked as such. Guarantee: never in the field before a person puts it there. */
export function Suggestion({ language, text, question }: SuggestionProps) {
  const { transcription } = words(language).stations;
  return (
    <aside class="suggestion" aria-label={transcription.suggestion}>
      <h2>{transcription.suggestion}</h2>
      <blockquote data-suggestion>{text}</blockquote>
      <p class="quiet">{transcription.suggestionHint}</p>
      {whole.has(question.type) ? (
        <button class="button button-secondary" type="button" data-take hidden>
          {transcription.take}
        </button>
      ) : null}
    </aside>
  );
}
