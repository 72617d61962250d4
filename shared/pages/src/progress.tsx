import type { Language } from '@guichet/kernel';
import { words } from './words.ts';

/** Tells how far along the questions a person is, in words and as a bar. */
export function Progress({ index, total, language }: { index: number; total: number; language: Language }) {
  const said = words(language).frame.step(index, total);
  return (
    <div class="progress">
      <p class="quiet" id="progress">
        {said}
      </p>
      <progress value={index} max={total} aria-labelledby="progress">
        {said}
      </progress>
    </div>
  );
}
