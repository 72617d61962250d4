import type { Language } from '@guichet/kernel';
import { words } from './words.ts';

export interface PaginationProps {
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
  language: Language;
}

/** Draws links to the pages before and after. Draws nothing when there is one page. */
export function Pagination({ page, pages, hrefOf, language }: PaginationProps) {
  if (pages <= 1) return null;
  const { frame } = words(language);
  return (
    <nav class="pagination" aria-label={frame.pages}>
      {page > 1 ? (
        <a href={hrefOf(page - 1)} rel="prev">
          {frame.previousPage}
        </a>
      ) : null}
      <span aria-current="page">{frame.pageOf(page, pages)}</span>
      {page < pages ? (
        <a href={hrefOf(page + 1)} rel="next">
          {frame.nextPage}
        </a>
      ) : null}
    </nav>
  );
}
