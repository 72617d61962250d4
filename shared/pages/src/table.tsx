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
  /** A box that chooses the row, before its first cell. */
  choose?: Child;
  /** True to make the first cell the row's header. */
  header?: boolean;
}

export interface TableProps {
  caption: string;
  captionHidden?: boolean;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  /** Heads the column of boxes that choose rows; absent for none. */
  chooseLabel?: string;
  /** Said in place of the table when there are no rows. */
  empty: string;
  /** On a narrow screen each row stands as a block, every cell under its column's name, in place of scrolling. */
  stacked?: boolean;
}

/** Draws rows under named columns; on a narrow screen it scrolls by itself, keyboard included, or stacks. */
export function Table({
  caption,
  captionHidden = false,
  columns,
  rows,
  empty,
  stacked = false,
  chooseLabel,
}: TableProps) {
  // A table drawn as blocks is no table to a screen reader unless it says so.
  const role = (name: string): string | undefined => (stacked ? name : undefined);
  if (rows.length === 0) return <p class="quiet">{empty}</p>;
  return (
    <div class="table-scroll" role="region" aria-label={caption} tabindex={0}>
      <table class={stacked ? 'table stacked' : 'table'} role={role('table')}>
        <caption class={captionHidden ? 'hidden' : undefined}>{caption}</caption>
        <thead role={role('rowgroup')}>
          <tr role={role('row')}>
            {chooseLabel === undefined ? null : (
              <th scope="col" role={role('columnheader')} class="choose">
                <span class="hidden">{chooseLabel}</span>
              </th>
            )}
            {columns.map((column) => (
              <th scope="col" role={role('columnheader')} class={column.numeric ? 'numeric' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role={role('rowgroup')}>
          {rows.map((row) => (
            <tr role={role('row')} data-row={row.href ? '' : undefined}>
              {chooseLabel === undefined ? null : (
                <td role={role('cell')} class="choose">
                  {row.choose}
                </td>
              )}
              {row.cells.map((cell, index) => {
                const content = index === 0 && row.href ? <a href={row.href}>{cell}</a> : cell;
                const numeric = columns[index]?.numeric ? 'numeric' : undefined;
                return index === 0 && row.header !== false ? (
                  <th scope="row" role={role('rowheader')} class={numeric}>
                    {content}
                  </th>
                ) : (
                  <td
                    role={role('cell')}
                    class={numeric}
                    data-label={stacked ? columns[index]?.label : undefined}
                  >
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
