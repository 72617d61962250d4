import type { PostedForm } from '@guichet/catalogue';
import { day, DeskError, minute } from '@guichet/kernel';
import { textOf } from '../../frame/text-of.ts';
import { isNonce, versionName } from '../counter-form.ts';

/** What comes with a request that a counter kept: which form it is, and when the clerk pressed its button. */
export interface KeptRequest {
  /** The form's number: one number, one case. */
  number: string;
  code: string;
  /** The version of the service that the screen asked. */
  version: number;
  keptAt: Date;
}

/** How long ago a request may have been kept: an outage over a long week-end, and the day after. */
const ageMaxMs = 7 * day;
/** How far a workstation's clock may be ahead of ours. */
const aheadMaxMs = 2 * minute;

/** Tells what is wrong with the instant at which a request was kept; undefined when it can be its day of deposit. */
export function keptAtProblem(keptAt: Date, now: Date): 'ahead' | 'too-old' | undefined {
  const ageMs = now.getTime() - keptAt.getTime();
  if (ageMs < -aheadMaxMs) return 'ahead';
  return ageMs > ageMaxMs ? 'too-old' : undefined;
}

/** Reads the controls that come with a kept request. Errors: invalid, `form-unreadable` — no script of ours sent it */
export function readKeptRequest(form: PostedForm): KeptRequest {
  const number = textOf(form, '_number');
  const keptAt = new Date(textOf(form, '_kept-at'));
  const version = Number(textOf(form, versionName));
  if (!isNonce(number) || Number.isNaN(keptAt.getTime()) || !Number.isInteger(version))
    throw new DeskError('invalid', 'form-unreadable', { detail: 'not a kept request' });
  return { number, code: textOf(form, '_service'), version, keptAt };
}
