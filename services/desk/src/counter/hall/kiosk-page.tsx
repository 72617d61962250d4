import { familyLetters, type Hall, type TicketFile } from '@guichet/casework';
import { type Language, newId } from '@guichet/kernel';
import { CsrfField, words } from '@guichet/pages';
import { waitWords } from './wait-words.ts';

export interface KioskProps {
  hall: Hall;
  language: Language;
  csrf: string;
  /** Prints each ticket at once, where the kiosk has a roll. */
  prints: boolean;
}

/** Gives the address of the kiosk's first page, in a language: French for whoever comes next. */
export function kioskAddress({ language = 'fr', prints }: { language?: Language; prints: boolean }): string {
  const query = [language === 'en' ? 'language=en' : '', prints ? 'print=auto' : '']
    .filter(Boolean)
    .join('&');
  return query === '' ? '/counter/kiosk' : `/counter/kiosk?${query}`;
}

/** Draws the kiosk: one large button a family, which gives the ticket. */
export function KioskPage({ hall, language, csrf, prints }: KioskProps) {
  const { work, walk, frame } = words(language);
  const { hall: say } = work.visits;
  const other = language === 'fr' ? 'en' : 'fr';
  return (
    <main class="kiosk">
      <header class="hall-head">
        <p class="hall-place">{hall.place.name[language]}</p>
        <a class="button button-secondary" href={kioskAddress({ language: other, prints })} lang={other}>
          {frame.otherLanguage}
        </a>
      </header>
      <h1>{say.choose}</h1>
      <form method="post" action="/counter/kiosk">
        <CsrfField token={csrf} />
        <input type="hidden" name="visit" value={newId()} />
        <input type="hidden" name="language" value={language} />
        {prints ? <input type="hidden" name="print" value="auto" /> : null}
        <ul class="kiosk-families">
          {hall.families.map(({ family, waiting, wait }) => (
            <li>
              <button class="kiosk-family" type="submit" name="family" value={family}>
                <span class="family-letter" aria-hidden="true">
                  {familyLetters[family]}
                </span>
                <span>
                  <strong>{walk.services.themes[family]}</strong>
                  <span class="line">
                    {say.waitingNow(waiting)}. {waitWords(wait, language)}.
                  </span>
                </span>
              </button>
            </li>
          ))}
        </ul>
        <div class="option kiosk-priority">
          <input type="checkbox" id="priority" name="priority" value="yes" aria-describedby="priority-hint" />
          <label for="priority">{say.priority}</label>
        </div>
        <p class="help" id="priority-hint">
          {say.priorityHint}
        </p>
      </form>
    </main>
  );
}

export interface TicketProps {
  given: TicketFile & { givenAt: string };
  language: Language;
  prints: boolean;
}

/** Draws a ticket just given: on the screen in large figures, and on a roll of 80 mm when it is printed. */
export function TicketPage({ given, language, prints }: TicketProps) {
  const { work, walk } = words(language);
  const { hall: say } = work.visits;
  return (
    <main class="kiosk ticket" data-print-now={prints ? '' : undefined}>
      <p class="hall-place">{given.placeName[language]}</p>
      <h1>
        <span class="line">{say.yourTicket}</span>
        <strong class="ticket-code">{given.ticket}</strong>
      </h1>
      <p>{walk.services.themes[given.family]}</p>
      <p>
        {say.ahead(given.ahead)} {waitWords(given.wait, language)}.
      </p>
      <p class="ticket-at">{given.givenAt}</p>
      <p>{say.watch}</p>
      <div class="row-buttons no-print">
        <a class="button button-primary" href={kioskAddress({ prints })}>
          {say.done}
        </a>
        <button class="button button-secondary" type="button" hidden data-print>
          {say.print}
        </button>
      </div>
    </main>
  );
}
