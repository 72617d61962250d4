export interface Share {
  /** Of `plot-…` in the style sheet. */
  kind: string;
  count: number;
}

/** Draws counts side by side, as shares of a whole; the figures stand in the same row, so it says nothing to a screen reader. */
export function ShareBar({ shares, of }: { shares: readonly Share[]; of: number }) {
  let left = 0;
  return (
    <svg class="share-bar" aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">
      <rect class="plot-ground" x="0" y="0" width="100" height="10" />
      {shares.map(({ kind, count }) => {
        const [x, width] = [left, (count / Math.max(1, of)) * 100];
        left += width;
        return <rect class={`plot-${kind}`} x={x.toFixed(2)} y="0" width={width.toFixed(2)} height="10" />;
      })}
    </svg>
  );
}
