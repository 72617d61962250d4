/** Why the machine isn't sure of a field; shown to the person beside its picture. */
export type FieldDoubt =
  | 'low-confidence'
  | 'readings-differ'
  | 'by-hand'
  | 'faint-mark'
  | 'mark-around'
  | 'possible-cancellation'
  | 'several-marks'
  | 'blank-between'
  | 'count-differs'
  | 'page-not-straight'
  | 'page-missing'
  | 'other-layout'
  | 'not-valid'
  | 'unexpected';

/** Where a field is on its straightened page. Unit: pixels at 300 dots per inch. */
export interface Crop {
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What the machine saw in one field. */
export interface FieldReading {
  /** `home.street`, `household.0.name.given`; check boxes of one question share a path. */
  path: string;
  kind: 'check' | 'comb' | 'line' | 'area';
  /** Option of a check box. */
  option?: string;
  /** Text read, or whether the box is marked; `undefined` when nothing is there. */
  raw: string | boolean | undefined;
  /** 0 to 1. */
  confidence: number;
  doubts: FieldDoubt[];
  crop: Crop;
}
