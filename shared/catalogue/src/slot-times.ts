import { type QuestionOf, weekdays } from './definition.ts';

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const written = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Lists the times at which a slot may start: on an ISO day, or on any day when none is given. Shape: `HH:MM`, in order. */
export function slotTimes(question: QuestionOf<'slot'>, day?: string): string[] {
  const weekday = day === undefined ? undefined : weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()];
  const starts = new Set<string>();
  for (const { days, from, to } of question.hours) {
    if (weekday !== undefined && !days.includes(weekday)) continue;
    for (let start = minutesOf(from); start + question.minutes <= minutesOf(to); start += question.minutes)
      starts.add(written(start));
  }
  return [...starts].sort();
}
