import type { Child } from 'hono/jsx';

export interface TableColumn {
  label: string;
  /** Numbers align on their last digit. */
  numeric?: boolean;
}

export interface TableRow {
  cells: Child[];
  /** Where the row leads: the desk's keys open it. */
  href?: string;
  /** True to make the first cell the row's header. */
  header?: boolean;
}

export interface TableProps {
  caption: string;
  captionHidden?: boolean;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  /** Said in place of the table when there are no rows. */
  empty: string;
}

/** Draws rows under named columns; on a narrow screen it scrolls by itself, keyboard included. */
export function Table({ caption, captionHidden = false, columns, rows, empty }: TableProps) {
  if (rows.length === 0) return <p class="quiet">{empty}</p>;
  return (
    <div class="table-scroll" role="region" aria-label={caption} tabindex={0}>
      <table class="table">
        <caption class={captionHidden ? 'hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" class={column.numeric ? 'numeric' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr data-row={row.href ? '' : undefined}>
              {row.cells.map((cell, index) => {
                const content = index === 0 && row.href ? <a href={row.href}>{cell}</a> : cell;
                const numeric = columns[index]?.numeric ? 'numeric' : undefined;
                return index === 0 && row.header !== false ? (
                  <th scope="row" class={numeric}>
                    {content}
                  </th>
                ) : (
                  <td class={numeric}>{content}</td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
