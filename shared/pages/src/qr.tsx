export interface QrProps {
  /** Rows of modules, true where dark; square, without the quiet zone. */
  modules: readonly (readonly boolean[])[];
  /** What the code holds, for who can't scan it. */
  title: string;
}

const quiet = 4;

/** Draws a QR code from its modules, with the quiet zone that readers need. Source: ISO/IEC 18004 */
export function Qr({ modules, title }: QrProps) {
  const size = modules.length + quiet * 2;
  const path = modules
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + quiet} ${y + quiet}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={title}
      shape-rendering="crispEdges"
    >
      <title>{title}</title>
      <path class="qr-paper" d={`M0 0h${size}v${size}H0z`} fill="#fff" />
      <path class="qr-ink" d={path} fill="#000" />
    </svg>
  );
}
