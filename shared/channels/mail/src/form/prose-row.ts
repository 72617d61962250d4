import type { FormSetting } from './form-setting.ts';
import { type Row, textRow } from './rows.ts';

/** Makes a row of text as wide as the page, under a heading. */
export const proseRow = (
  text: string,
  { paper: { frame }, styles }: FormSetting,
  style: 'body' | 'note' | 'entry' = 'body',
): Row => textRow(text, frame.x, frame.width, styles[style], 1);
