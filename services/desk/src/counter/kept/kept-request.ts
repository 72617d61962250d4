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
  /** When the button was first pressed. */
  keptAt: Date;
  /** The last press, as the workstation wrote it, and by our clock. */
  press: string;
  pressedAt: Date;
}

/** How long ago a request may have been kept: an outage over a long week-end, and the day after. */
const ageMaxMs = 7 * day;
/** How far ahead of ours an instant may be. */
const aheadMaxMs = 2 * minute;
/** A workstation's clock that differs by less is believed: the receipt that it printed says the same minute. */
const believedMs = minute;

/** Tells what is wrong with the instant at which a request was kept; undefined when it can be its day of deposit. */
export function keptAtProblem(keptAt: Date, now: Date): 'ahead' | 'too-old' | undefined {
  const ageMs = now.getTime() - keptAt.getTime();
  if (ageMs < -aheadMaxMs) return 'ahead';
  return ageMs > ageMaxMs ? 'too-old' : undefined;
}

/**
 * Reads the controls that come with a kept request; its instants are set right by how far the workstation's clock is from ours as it sends.
 *
 * Errors: invalid, `form-unreadable` — no script of ours sent it
 */
export function readKeptRequest(form: PostedForm, now: Date): KeptRequest {
  const number = textOf(form, '_number');
  const version = Number(textOf(form, versionName));
  const kept = Date.parse(textOf(form, '_kept-at'));
  const press = textOf(form, '_pressed-at') || textOf(form, '_kept-at');
  const pressed = Date.parse(press);
  if (!isNonce(number) || Number.isNaN(kept) || Number.isNaN(pressed) || !Number.isInteger(version))
    throw new DeskError('invalid', 'form-unreadable', { detail: 'not a kept request' });
  const there = Date.parse(textOf(form, '_now'));
  const behindMs = Number.isNaN(there) ? 0 : now.getTime() - there;
  return {
    number,
    code: textOf(form, '_service'),
    version,
    keptAt: new Date(kept + (Math.abs(behindMs) < believedMs ? 0 : behindMs)),
    press,
    pressedAt: new Date(pressed + behindMs),
  };
}
