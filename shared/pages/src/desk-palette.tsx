import type { Language } from '@guichet/kernel';
import { words } from './words.ts';

/** Where the pages are that a person may go to: the palette's list, and a page of its own without scripts. */
export const palettePath = '/go';

/** Draws the way to the palette; without scripts it leads to the page that lists the same. */
export function PaletteLink({ language }: { language: Language }) {
  return (
    <a href={palettePath} data-key="palette">
      {words(language).go.link}
    </a>
  );
}

/**
 * Draws the palette, closed: a few letters, then the pages and acts that they name.
 *
 * Source: WAI-ARIA Authoring Practices 1.2, combobox with a list
 */
export function DeskPalette({ language }: { language: Language }) {
  const { go } = words(language);
  return (
    <dialog class="palette" id="palette" aria-labelledby="palette-label" data-source={palettePath}>
      <label class="label" id="palette-label" for="palette-words">
        {go.label}
      </label>
      <p class="help" id="palette-hint">
        {go.hint}
      </p>
      <input
        class="input"
        id="palette-words"
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-autocomplete="list"
        aria-describedby="palette-hint"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        data-case={go.openCase('9')}
      />
      <ul class="palette-list" id="palette-list" role="listbox" aria-label={go.title}></ul>
      <p
        class="quiet palette-count"
        role="status"
        data-none={go.none}
        data-one={go.found(1)}
        data-many={go.found(9)}
      ></p>
      <form method="dialog">
        <button class="link" type="submit">
          {go.close}
        </button>
      </form>
    </dialog>
  );
}
