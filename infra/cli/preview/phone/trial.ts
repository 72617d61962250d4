import type { CompiledService } from '@guichet/catalogue';
import type { AddressIndex, StepResult } from '@guichet/channels/phone';
import type { Language } from '@guichet/kernel';
import type { Act } from './act.ts';
import type { DeskMemory } from './desk-memory.ts';
import type { TrialSettings } from './trial-settings.ts';

/** A text of the line with the language it is said in. */
export interface SaidText {
  text: string;
  language: Language;
}

/** What the desk did of itself, or answered. */
export type DeskDeed =
  | 'accepted'
  | 'incomplete'
  | 'away'
  | 'found'
  | 'not-found'
  | 'callback'
  | 'live-call'
  | 'draft-kept'
  | 'resumed'
  | 'texted';

export type TrialLine =
  | { who: 'line'; said: SaidText[] }
  | { who: 'caller'; did: Act }
  | { who: 'desk'; deed: DeskDeed };

/** Why an act came to nothing, or what happened outside of the call. */
export type TrialNotice =
  | 'restarted'
  | 'stale'
  | 'no-act'
  | 'no-key'
  | 'no-recording'
  | 'no-speech'
  | 'no-ringing';

/** A trial call as it stands; a value, so that an act gives another one. */
export interface Trial {
  settings: TrialSettings;
  /** The offer that the call is played on. */
  services: readonly CompiledService[];
  result: StepResult;
  /** All that was said since the caller last did something. */
  said: SaidText[];
  transcript: TrialLine[];
  /** Keys pressed and not ended yet. */
  keyed: string;
  /** Acts so far: a page that tells of another number is out of date. */
  acts: number;
  counts: { turns: number; presses: number; speechSeconds: number };
  memory: DeskMemory;
  hungUp: boolean;
  notice?: TrialNotice;
}

/** What a trial call knows of its surroundings. */
export interface TrialKnown {
  services: readonly CompiledService[];
  /** ISO. */
  today: string;
  /** The demo's address file, for calls that are to have one. */
  addresses: AddressIndex;
}

/** Tells whether a call is over, by either side. */
export function isOver({ result, hungUp }: Trial): boolean {
  return hungUp || result.listen.kind === 'none';
}
