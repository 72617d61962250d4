import type { CaseFile, DeskContext } from '@guichet/casework';
import type { DeskRequest } from '../../frame/desk-env.ts';
import { textOf } from '../../frame/text-of.ts';
import { staffOf } from '../../session/require-staff.ts';

/** The hidden control that tells which version of the case a form was drawn from. */
export const seenName = '_seen';

/** Draws the version that a form was drawn from: a save on an older one passes over nothing that changed meanwhile. */
export function SeenField({ file }: { file: Pick<CaseFile, 'version'> }) {
  return <input type="hidden" name={seenName} value={String(file.version)} />;
}

/** Gives the context of who is signed in, with the version of the case that they had before them. */
export function seeing(c: DeskRequest): DeskContext {
  const { ctx } = staffOf(c);
  const seen = seenIn(c);
  return seen === undefined ? ctx : { ...ctx, seen };
}

/** Reads the version out of a posted form. */
export function seenIn(c: DeskRequest): number | undefined {
  const text = textOf(c.get('form'), seenName);
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
