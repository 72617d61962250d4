import type { BoardNow } from '@guichet/casework';
import { type FieldProblem, formatDay, words } from '@guichet/pages';
import { FormErrors } from '../../frame/form-problem.tsx';
import { BoardFilters } from './board-filters.tsx';
import type { BoardView } from './board-view.ts';
import { ExportLink } from './export-link.tsx';
import { ForecastSection } from './forecast-section.tsx';
import { GapSection } from './gap-section.tsx';
import { NowSection } from './now-section.tsx';
import { SeriesSection } from './series-section.tsx';

export interface BoardPageProps extends BoardView {
  state: BoardNow;
  now: Date;
  typed?: { from: string; to: string };
  problem?: FieldProblem | undefined;
}

/** Draws the supervisors' board: the gap between channels first, then now, then what will come, then each day. */
export function BoardPage(props: BoardPageProps) {
  const { language, filter, problem } = props;
  const { board, desk } = words(language);
  return (
    <>
      <a class="back" href="/supervisor">
        {desk.supervisor.title}
      </a>
      <FormErrors language={language} problem={problem} />
      <h1>{board.title}</h1>
      <p class="quiet">{board.lead}</p>
      <BoardFilters {...props} />
      <p>
        <strong>
          {board.filter.shown(formatDay(filter.from, language), formatDay(filter.to, language))}
        </strong>
      </p>
      <GapSection {...props} />
      <NowSection {...props} />
      <ForecastSection {...props} />
      <SeriesSection {...props} />
      <section>
        <h2 id="export">{board.export.title}</h2>
        <p>{board.export.lead}</p>
        <p class="quiet">{board.export.format}</p>
        <ExportLink
          language={language}
          filter={filter}
          table="rows"
          label={board.export.rows}
          of={board.export.title}
        />
      </section>
    </>
  );
}
