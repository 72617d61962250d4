import { Table, words } from '@guichet/pages';
import { gapTable } from './board-tables.ts';
import type { BoardView } from './board-view.ts';
import { ExportLink } from './export-link.tsx';
import { gapWords } from './gap-words.ts';

/** Draws what comes first: how far the channels are from each other, in words and as a table. */
export function GapSection(view: BoardView) {
  const { language, board, filter } = view;
  const { gap } = words(language).board;
  const said = gapWords(board.gap, language);
  const { head, rows } = gapTable({ ...view, bare: false }, board);
  return (
    <section class="board-gap">
      <h2 id="gap">{gap.title}</h2>
      <p class="quiet">
        {gap.lead} {filter.period === undefined ? gap.waitingNow : null}
      </p>
      {said.length === 0 ? null : (
        <ul class="gap-words">
          {said.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      )}
      {said.length === 0 ? null : (
        <p class="quiet">
          {gap.medians} {filter.service === undefined ? gap.mix : null}
        </p>
      )}
      <Table
        caption={gap.title}
        captionHidden
        stacked
        empty={gap.none}
        columns={head.map((label, index) => ({ label, numeric: index > 0 }))}
        rows={rows.map((cells) => ({ cells }))}
      />
      <ExportLink language={language} filter={filter} table="gap" of={gap.title} />
    </section>
  );
}
