import type { Letter } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { formatDay, words } from '@guichet/pages';
import { Crop } from './crop.tsx';

/** Draws the day that was read on the envelope, else at the head of the letter, with the part of the picture it was read from. */
export function DaySuggested({ letter, language }: { letter: Letter; language: Language }) {
  const [date] = letter.suggestions?.dates ?? [];
  if (date === undefined) return null;
  const { free } = words(language).work;
  const day = formatDay(date.value, language);
  const { page, x, y, width, height } = date.spot;
  const crop = {
    page,
    x: Math.max(0, x - 24),
    y: Math.max(0, y - 24),
    width: width + 48,
    height: height + 48,
  };
  return (
    <div class="crop-at">
      <p>{date.of === 'postmark' ? free.postmarkRead(day) : free.dateRead(day)}</p>
      <Crop crop={crop} label={free.of[date.of]} />
    </div>
  );
}
