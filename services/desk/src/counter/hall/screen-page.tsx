import type { Screen } from '@guichet/casework';
import type { CompiledService } from '@guichet/catalogue';
import { type Bilingual, languages } from '@guichet/kernel';
import { CsrfField, words } from '@guichet/pages';

/** One answer as it is read back to its person. */
export interface SaidAnswer {
  label: string;
  value: string;
}

export interface ScreenProps {
  screen: Screen;
  place: Bilingual;
  csrf: string;
  service: CompiledService | undefined;
  answers: readonly SaidAnswer[];
}

/**
 * Draws the screen before a person at a counter: their answers in large type, and the two words that decide.
 *
 * Guarantee: masks nothing of the person's own; nothing of anybody once the visit is over.
 */
export function ScreenPage({ screen, csrf, service, answers, place }: ScreenProps) {
  if (screen.kind === 'idle')
    return (
      <main class="screen screen-idle" data-hall>
        <h1 class="hidden">{place.fr}</h1>
        {languages.map((language) => (
          <p lang={language === 'fr' ? 'fr-CA' : 'en-CA'}>
            <strong>{words(language).work.visits.screen.welcome}</strong> {place[language]}.{' '}
            {words(language).work.visits.screen.idle}
          </p>
        ))}
      </main>
    );
  const { screen: say } = words(screen.language).work.visits;
  if (screen.kind === 'visit')
    return (
      <main class="screen" data-hall>
        <h1>{say.turn(screen.ticket)}</h1>
        <p role="status">{screen.isChanging ? say.changing : say.served}</p>
      </main>
    );
  return (
    <main class="screen" data-hall>
      <p class="hall-place">{service?.definition.name[screen.language]}</p>
      <h1>{say.title}</h1>
      <p>{say.lead}</p>
      <dl class="screen-answers">
        {answers.map(({ label, value }) => (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="screen-told" role="status">
        {screen.answer === 'right' ? say.thanksYes : screen.answer === 'wrong' ? say.thanksNo : ''}
      </p>
      <form method="post" action="/counter/screen" class="screen-buttons">
        <CsrfField token={csrf} />
        <input type="hidden" name="check" value={screen.id} />
        {screen.answer === 'right' ? null : (
          <button class="button button-primary" type="submit" name="answer" value="right">
            {say.yes}
          </button>
        )}
        {screen.answer === 'wrong' ? null : (
          <button class="button button-secondary" type="submit" name="answer" value="wrong">
            {say.no}
          </button>
        )}
      </form>
    </main>
  );
}
