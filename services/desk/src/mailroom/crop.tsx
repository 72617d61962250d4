import type { StationField } from './station-field.ts';

/** Gives the id under which a page's picture is kept for its crops. */
export function pictureId(page: number): string {
  return `picture-${page}`;
}

/** Keeps the pages' pictures in the document, once each: crops show parts of them without asking for them again. */
export function Pictures({ pages }: { pages: readonly { id: string; page: number }[] }) {
  return (
    <svg width="0" height="0" class="hidden" aria-hidden="true" focusable="false">
      <defs>
        {pages.map(({ id, page }) => (
          <image id={pictureId(page)} href={`/evidence/${id}`} />
        ))}
      </defs>
    </svg>
  );
}

/** Draws the part of a page where an answer stands. */
export function Crop({ crop, label }: { crop: StationField['crop']; label: string }) {
  const { x, y, width, height, page } = crop;
  return (
    <svg
      class="crop"
      viewBox={`${x} ${y} ${width} ${height}`}
      width={width / 2}
      height={height / 2}
      role="img"
      aria-label={label}
    >
      <use href={`#${pictureId(page)}`} />
    </svg>
  );
}
