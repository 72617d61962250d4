import type { CombField } from '../form/form-layout.ts';

/** Writes what stands in a comb as a person would write it elsewhere; a cell skipped between two others is told. */
export function combValue(field: CombField, cells: string): { value: string; blankBetween: boolean } {
  const solid = cells.trim();
  switch (field.shape) {
    case 'date':
      return {
        value: `${cells.slice(0, 4)}-${cells.slice(4, 6)}-${cells.slice(6, 8)}`.trim(),
        blankBetween: cells.includes(' '),
      };
    case 'postal-code':
      return { value: `${cells.slice(0, 3)} ${cells.slice(3)}`.trim(), blankBetween: solid.includes(' ') };
    case 'time':
      return time(cells);
    case 'number':
    case 'money':
      return decimal(field, cells);
    default:
      return { value: solid, blankBetween: solid.includes(' ') };
  }
}

/** An hour of one figure may stand in either cell; minutes half written, or left out, are told. */
function time(cells: string): { value: string; blankBetween: boolean } {
  const [hour, minute] = [cells.slice(0, 2).trim(), cells.slice(2)];
  return { value: `${hour}:${minute.trim()}`, blankBetween: hour === '' || minute.includes(' ') };
}

function decimal(field: CombField, cells: string): { value: string; blankBetween: boolean } {
  const whole = cells.slice(0, cells.length - field.decimals).trim();
  const part = cells.slice(cells.length - field.decimals).trim();
  const value = field.decimals === 0 || part === '' ? whole : `${whole === '' ? '0' : whole}.${part}`;
  return { value, blankBetween: whole.includes(' ') || part.includes(' ') };
}
