import { formatReference, type Language, type Reference } from '@guichet/kernel';
import { words } from '@guichet/pages';
import type { Way } from './places.ts';

export interface GoPageProps {
  language: Language;
  typed: string;
  pages: readonly Way[];
  views: readonly Way[];
  /** The case whose number was typed. */
  reference?: Reference | undefined;
}

/** Draws where a person may go: the pages of the desk and the views of the queue, by a few letters. */
export function GoPage({ language, typed, pages, views, reference }: GoPageProps) {
  const { go } = words(language);
  const isNone = reference === undefined && pages.length + views.length === 0;
  return (
    <>
      <h1>{go.pageTitle}</h1>
      <form method="get" action="/go" class="search" role="search">
        <label class="label" for="go-words">
          {go.filterLabel}
        </label>
        <div class="search-row">
          <input
            class="input width-20"
            id="go-words"
            name="q"
            type="search"
            maxlength={60}
            autocomplete="off"
            spellcheck={false}
            value={typed}
            data-key="search"
          />
          <button class="button button-secondary" type="submit">
            {go.filter}
          </button>
        </div>
      </form>
      {reference === undefined ? null : (
        <p data-row>
          <a href={`/cases/${reference}`}>{go.openCase(formatReference(reference))}</a>
        </p>
      )}
      {isNone ? <p class="quiet">{go.none}</p> : null}
      <Ways title={go.pages} ways={pages} />
      <Ways title={go.views} ways={views} />
    </>
  );
}

function Ways({ title, ways }: { title: string; ways: readonly Way[] }) {
  if (ways.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul class="go-list">
        {ways.map(({ name, href, also }) => (
          <li data-row="">
            <a href={href} data-place={also}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
