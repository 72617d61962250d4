import { formatDay, StatusTag, type StatusTone, words } from '@guichet/pages';
import type { CaseView } from './frame/case-view.ts';

type RunningClock = CaseView['file']['clocks'][number];

/** Draws the promises that run on the case, each with how it stands. */
export function ClocksSection({ file, language, now }: CaseView) {
  const { desk } = words(language);
  const names: Readonly<Record<string, string>> = {
    acknowledge: desk.case.acknowledge,
    decide: desk.case.decide,
    legal: desk.case.legal,
  };
  return (
    <section aria-labelledby="clocks">
      <h2 id="clocks">{desk.case.clocks}</h2>
      <ul class="clocks">
        {file.clocks.map((clock) => {
          const [tone, state] = stateOf(clock, file.pausedAt !== null, now);
          return (
            <li>
              <span>{names[clock.kind] ?? clock.kind}</span>
              <span class="quiet">{desk.case.dueOn(formatDay(clock.dueAt, language))}</span>
              <StatusTag tone={tone}>{desk.case[state]}</StatusTag>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function stateOf(
  clock: RunningClock,
  paused: boolean,
  now: Date,
): [StatusTone, 'met' | 'missed' | 'running' | 'pausedClock'] {
  if (clock.metAt) return clock.metAt <= clock.dueAt ? ['good', 'met'] : ['bad', 'missed'];
  if (clock.kind !== 'acknowledge' && paused) return ['neutral', 'pausedClock'];
  return clock.dueAt < now ? ['bad', 'missed'] : ['info', 'running'];
}
