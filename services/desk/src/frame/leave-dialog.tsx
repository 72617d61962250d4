import type { Language } from '@guichet/kernel';
import { words } from '@guichet/pages';

/** Draws what signing out asks first when requests wait on this workstation; a script opens it. */
export function LeaveDialog({ language }: { language: Language }) {
  const { leave } = words(language).work.kept;
  return (
    <dialog class="leave" data-leave aria-labelledby="leave-title">
      <form method="dialog">
        <h2 id="leave-title">{leave.title}</h2>
        <p data-waiting data-one={leave.one} data-many={leave.many}></p>
        <p data-wrong data-one={leave.wrongOne} data-many={leave.wrongMany}></p>
        <p>{leave.after}</p>
        <div class="row-buttons">
          <button class="button button-primary" type="submit" value="" autofocus>
            {leave.stay}
          </button>
          <button class="button button-secondary" type="submit" value="go">
            {leave.go}
          </button>
        </div>
      </form>
    </dialog>
  );
}
