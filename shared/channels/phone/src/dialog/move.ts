import type { CompiledService } from '@guichet/catalogue';
import type { Bilingual } from '@guichet/kernel';
import type { AddressIndex } from '../grammar/address-index.ts';
import type { CallState } from './call-state.ts';
import type { Effect } from './effects.ts';
import type { Listen, NewEvidenceId, Spoken } from './turn.ts';

/** Whether people answer the telephone, how many of their lines can be rung one after the other, and when they next will. */
export type PeopleNow =
  | { state: 'open'; lines: number }
  | {
      state: 'closed';
      /** ISO. */
      opensOn?: string;
      /** `08:30`. */
      opensAt?: string;
    };

/** What the dialog knows of the desk. */
export interface CallDeps {
  /** The services in force, in the order they are offered. A call keeps the version it started with. */
  services: readonly CompiledService[];
  newEvidenceId: NewEvidenceId;
  /** Who answers the telephone: "Ville de …". */
  deskName?: Bilingual;
  addresses?: AddressIndex;
  /** The number that text messages come from, E.164. */
  textsFrom?: string;
  /** Lines of the address letters go to. */
  postTo?: readonly string[];
  /** The next two days on which people call back, ISO; without them it is as soon as someone can. */
  callBackDays?: readonly string[];
  /** Absent where no hours are told: a person calls back. */
  people?: PeopleNow;
}

/** Where a call stands after an input, what to say first, and what the desk must do. */
export interface Move {
  state: CallState;
  lead: string[];
  effects: Effect[];
  /** Remind the caller of the way to a person. */
  remind?: boolean;
}

/** What a place says and waits for. */
export interface Presented {
  say: Spoken[];
  listen: Listen;
}

export function moveTo(state: CallState, lead: string[] = [], effects: Effect[] = []): Move {
  return { state, lead, effects };
}
