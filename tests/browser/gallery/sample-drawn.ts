import type { Language } from '@guichet/kernel';

export type InLanguage = { language: Language };

/** The day on which the gallery's pages are drawn. */
export const drawnOn = '2026-11-23';

/** Squares like those of a QR code. */
export const squares = Array.from({ length: 25 }, (_, y) =>
  Array.from({ length: 25 }, (_x, x) => (x * 7 + y * 5 + x * y) % 3 === 0),
);
