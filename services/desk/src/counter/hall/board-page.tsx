import { type CalledTicket, familyLetters, type Hall } from '@guichet/casework';
import { languages } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { waitWords } from './wait-words.ts';

const [fr, en] = [words('fr'), words('en')];

/**
 * Draws the board of a hall: whose turn it is and where, the newest call largest, in French and in English.
 *
 * Guarantee: the newest call is read aloud by a screen reader, and is in text whatever the sound; nothing moves or blinks.
 */
export function BoardPage({ hall }: { hall: Hall }) {
  const [newest] = hall.called;
  return (
    <main class="board" data-hall data-called={newest ? keyOf(newest) : ''}>
      <header class="hall-head">
        <h1>
          {hall.place.name.fr} <span lang="en-CA">{hall.place.name.en}</span>
        </h1>
        <button
          type="button"
          class="button button-secondary"
          hidden
          data-sound
          data-on={`${fr.work.visits.hall.soundOn} · ${en.work.visits.hall.soundOn}`}
          data-off={`${fr.work.visits.hall.soundOff} · ${en.work.visits.hall.soundOff}`}
        ></button>
      </header>
      <p class="hidden" id="newest-call" aria-live="polite" aria-atomic="true">
        {newest
          ? languages.map((language) => (
              <span lang={language === 'fr' ? 'fr-CA' : 'en-CA'}>
                {words(language).work.visits.hall.called(newest.ticket, newest.counter)}{' '}
              </span>
            ))
          : null}
      </p>
      <Called hall={hall} />
      <Waits hall={hall} />
    </main>
  );
}

function Called({ hall }: { hall: Hall }) {
  const { hall: say } = fr.work.visits;
  if (hall.called.length === 0)
    return (
      <p class="board-nobody">
        {say.nobody} <span lang="en-CA">{en.work.visits.hall.nobody}</span>
      </p>
    );
  return (
    <table class="board-calls">
      <caption class="hidden">{say.board}</caption>
      <thead>
        <tr>
          {(['ticket', 'counter'] as const).map((column) => (
            <th scope="col">
              {say[column]} <span lang="en-CA">{en.work.visits.hall[column]}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {hall.called.map((one, at) => (
          <tr class={at === 0 && !one.isServed ? 'board-newest' : one.isServed ? 'board-served' : undefined}>
            <td>{one.ticket}</td>
            <td>
              {one.counter}
              {one.isServed ? <span class="hidden"> ({say.isServed})</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Waits({ hall }: { hall: Hall }) {
  const { themes } = fr.walk.services;
  return (
    <section class="board-waits" aria-labelledby="board-waits">
      <h2 id="board-waits">
        {fr.work.visits.hall.waits} <span lang="en-CA">{en.work.visits.hall.waits}</span>
      </h2>
      <ul>
        {hall.families.map(({ family, waiting, wait }) => (
          <li>
            <strong>
              <span class="family-letter">{familyLetters[family]}</span> {themes[family]}
            </strong>{' '}
            <span lang="en-CA">{en.walk.services.themes[family]}</span>
            <span class="line">
              {fr.work.visits.hall.waitingNow(waiting)}. {waitWords(wait, 'fr')}.
            </span>
            <span class="line" lang="en-CA">
              {en.work.visits.hall.waitingNow(waiting)}. {waitWords(wait, 'en')}.
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Another call has another key, and so has the same person called once more. */
function keyOf({ ticket, counter, calls, isServed }: CalledTicket): string {
  return isServed ? '' : `${ticket}-${counter}-${calls}`;
}
