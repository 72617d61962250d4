import type { Language } from '@guichet/kernel';
import type { Weight } from '../fonts.ts';
import type { PaperName, PrintSize, Rect } from '../paper.ts';

/** `part` names one box of several; `running` is said on every page and heard on none. */
export type TextRole = 'title' | 'heading' | 'label' | 'note' | 'part' | 'body' | 'running';
export type Ink = 'black' | 'blue' | 'grey' | 'white';

/** Lines of text already broken, from the top left of `place`. Unit: size in points. */
export interface LayoutText {
  readonly kind: 'text';
  readonly place: Rect;
  readonly lines: readonly string[];
  readonly size: number;
  readonly weight: Weight;
  readonly ink: Ink;
  readonly role: TextRole;
}

/** A drawn surface or rule that means nothing by itself. */
export interface LayoutShade {
  readonly kind: 'shade';
  readonly place: Rect;
  readonly fill: 'blue' | 'pale' | 'line';
}

/** A place to sign or to date by hand: only whether there is ink in the former is read. */
export interface SignaturePlace {
  readonly kind: 'signature';
  readonly of: 'name' | 'day';
  readonly place: Rect;
}

/** What may stand in one cell of a comb: a digit, a capital letter, or either. */
export type CellClass = '9' | 'A' | 'X';

interface FieldPlace {
  /** Where its value goes in the raw answers: `birth`, `home.street`, `household.0.name.given`. */
  readonly path: string;
  readonly place: Rect;
}

export interface CheckField extends FieldPlace {
  readonly kind: 'check';
  /** Option key, mark of a scale, `yes`, `no`, `true`, `attached` or `counter`. */
  readonly option: string;
}

export interface CombField extends FieldPlace {
  readonly kind: 'comb';
  readonly cells: readonly Rect[];
  /** One class a cell. */
  readonly classes: string;
  readonly shape:
    | 'date'
    | 'time'
    | 'phone'
    | 'postal-code'
    | 'identifier'
    | 'number'
    | 'money'
    | 'province'
    | 'rank';
  /** Cells after the decimal mark. */
  readonly decimals: number;
}

export interface TextField extends FieldPlace {
  readonly kind: 'line' | 'area';
  readonly content: 'prose' | 'address' | 'email';
}

export type LayoutField = CheckField | CombField | TextField;
export type LayoutItem = LayoutText | LayoutShade | SignaturePlace | LayoutField;

export interface LayoutPage {
  readonly number: number;
  /** Text of both QR copies. */
  readonly code: string;
  readonly items: readonly LayoutItem[];
}

/** Where the fields of a paper form stand: what it takes to read it back, this year or in ten. */
export interface FieldLayout {
  readonly service: string;
  readonly version: number;
  readonly language: Language;
  /** Fingerprint of the places of all fields. */
  readonly geometry: string;
  readonly paper: PaperName;
  readonly print: PrintSize;
  readonly pages: readonly { readonly number: number; readonly items: readonly LayoutItem[] }[];
}

/** A paper form as numbers: what is drawn and what is read come from this and from nothing else. */
export interface FormLayout extends FieldLayout {
  readonly title: string;
  readonly serial: string;
  readonly pages: readonly LayoutPage[];
}

/** Tells whether an item is a field to fill. */
export function isField(item: LayoutItem): item is LayoutField {
  return item.kind !== 'text' && item.kind !== 'shade' && item.kind !== 'signature';
}
