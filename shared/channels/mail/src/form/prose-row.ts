import { frame } from '../paper.ts';
import { type Row, styles, textRow } from './rows.ts';

/** Makes a row of text as wide as the page, under a heading. */
export const proseRow = (text: string, style: 'body' | 'note' | 'entry' = 'body'): Row =>
  textRow(text, frame.x, frame.width, styles[style], 1);
