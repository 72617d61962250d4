import type { Language } from '@guichet/kernel';
import { Button, words } from '@guichet/pages';

/** Draws the button by which a person closes what this browser has open of their request. */
export function FinishForm({ language }: { language: Language }) {
  const { person } = words(language).appointments;
  return (
    <form method="post" action="/appointment/end" class="form">
      <p class="help">{person.finishHint}</p>
      <Button kind="secondary">{person.finish}</Button>
    </form>
  );
}
