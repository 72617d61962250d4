import type { Language } from '@guichet/kernel';
import { words } from '@guichet/pages';

/** Draws what a form asks when the request made with it still waits on this workstation and it is pressed again; a script opens it. */
export function AgainDialog({ language }: { language: Language }) {
  const { again } = words(language).work.kept;
  return (
    <dialog class="leave" data-kept-again aria-labelledby="again-title">
      <form method="dialog">
        <h2 id="again-title">
          {again.title} <span data-again-code></span>
        </h2>
        <p>{again.lead}</p>
        <div class="row-buttons">
          <button
            class="button button-primary"
            type="submit"
            value="corrects"
            aria-describedby="again-corrects"
          >
            {again.corrects}
          </button>
          <button class="button button-secondary" type="submit" value="other" aria-describedby="again-other">
            {again.other}
          </button>
          <button class="button button-quiet" type="submit" value="" autofocus>
            {again.back}
          </button>
        </div>
        <p class="help" id="again-corrects">
          {again.correctsHint}
        </p>
        <p class="help" id="again-other">
          {again.otherHint}
        </p>
      </form>
    </dialog>
  );
}
