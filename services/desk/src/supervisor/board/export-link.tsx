import { type BoardFilter, type BoardTable, writeBoardFilter } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { words } from '@guichet/pages';

/** Draws the link that takes a table away, under the filters of the page. */
export function ExportLink({
  language,
  filter,
  table,
  of,
  label,
}: {
  language: Language;
  filter: BoardFilter;
  table: BoardTable;
  /** Of which table, for who reads the link alone. */
  of: string;
  /** Absent means the usual words. */
  label?: string;
}) {
  const { series } = words(language).board;
  return (
    <p class="export">
      <a href={`/supervisor/board/tables/${table}.csv?${writeBoardFilter(filter)}`} download>
        {label ?? series.export}
        <span class="hidden">, {of}</span>
      </a>
    </p>
  );
}
