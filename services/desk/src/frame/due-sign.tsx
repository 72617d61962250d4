import { day, type Language } from '@guichet/kernel';
import { formatDay, StatusTag, words } from '@guichet/pages';

export interface DueSignProps {
  dueAt: Date;
  now: Date;
  language: Language;
}

const soonMs = 2 * day;

/** Draws a promised date with how near it is: a shape and a word, never colour alone. */
export function DueSign({ dueAt, now, language }: DueSignProps) {
  const { state } = words(language).desk;
  const left = dueAt.getTime() - now.getTime();
  const sign =
    left < 0
      ? (['bad', state.late] as const)
      : left < soonMs
        ? (['warning', state.soon] as const)
        : undefined;
  return (
    <span class="due">
      <time datetime={dueAt.toISOString()}>{formatDay(dueAt, language)}</time>
      {sign ? <StatusTag tone={sign[0]}>{sign[1]}</StatusTag> : null}
    </span>
  );
}
