import type { ScreenState, VisitFile } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { checkName } from './counter-form.ts';

export interface VisitBarProps {
  language: Language;
  visit: VisitFile;
  state: ScreenState | undefined;
  /** What was just said aloud was of other answers than those that stand. */
  isRefused: boolean;
}

/**
 * Draws whose visit a request is of, and what its person said of the answers.
 *
 * Guarantee: what was said of other answers is not shown as said of these; follows the person's screen by itself.
 */
export function VisitBar({ language, visit, state, isRefused }: VisitBarProps) {
  const { screen: say, line } = words(language).work.visits;
  return (
    <div class="visit-bar">
      {state?.isOpen ? <input type="hidden" name={checkName} value={state.id} /> : null}
      <p>
        <strong>{line.inVisit(visit.ticket)}</strong>
      </p>
      <div data-poll data-changes={`/counter/changes?place=${visit.placeId}`}>
        <p id="screen-state" role="status" aria-live="polite">
          {isRefused && !(state?.isCurrent && state.answer) ? say.changed : stateWords(say, state)}
        </p>
      </div>
    </div>
  );
}

/** Draws the two buttons that have the answers confirmed. Guarantee: after the one that sends, which Enter presses. */
export function ConfirmButtons({ language }: { language: Language }) {
  const { screen: say } = words(language).work.visits;
  return (
    <>
      {(['show', 'said'] as const).map((wish) => (
        <button class="button button-secondary" type="submit" name="_action" value={wish}>
          {say[wish]}
        </button>
      ))}
    </>
  );
}

function stateWords(
  say: ReturnType<typeof words>['work']['visits']['screen'],
  state: ScreenState | undefined,
): string {
  if (!state) return '';
  if (!state.isCurrent) return say.changed;
  if (state.answer === 'wrong') return say.wrong;
  if (state.answer === 'right') return state.how === 'oral' ? say.rightSaid : say.right;
  return state.isOpen ? say.waits : '';
}
