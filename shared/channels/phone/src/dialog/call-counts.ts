import type { Language } from '@guichet/kernel';

/** What was not understood: nothing came, what was keyed did not fit, or what was said did not. */
export type MissKind = 'silence' | 'keys' | 'speech';

export interface Miss {
  /** The service asked for; absent before one is chosen. */
  service?: string;
  /** The question, `group.member` in a group; the place of the dialog where there is none. */
  at: string;
  kind: MissKind;
  count: number;
}

/** How a request of a call ended; `no-request` when no service was chosen. */
export type RequestEnd = 'completed' | 'to-a-person' | 'abandoned' | 'no-request';

export interface RequestCount {
  service?: { code: string; version: number };
  ended: RequestEnd;
  turns: number;
  /** Keys pressed; the pound that ends an entry is not told to us. */
  presses: number;
}

/**
 * What a call counts of itself while it runs.
 *
 * Guarantee: no answer, no number, no time; a few hundred bytes for the longest call.
 */
export interface CallCounts {
  /** Keys pressed for the request in hand. */
  presses: number;
  /** Whether the request in hand became a case, and whether a person was reached or promised for it. */
  accepted: boolean;
  handed: boolean;
  /** Recordings left in the whole call. */
  recordings: number;
  misses: Miss[];
  /** The requests made before the one in hand. */
  past: RequestCount[];
}

export const noCounts: CallCounts = {
  presses: 0,
  accepted: false,
  handed: false,
  recordings: 0,
  misses: [],
  past: [],
};

/** What is worth keeping of a call that is over. */
export interface CallSummary {
  language: Language;
  slow: boolean;
  recordings: number;
  /** In the order they were made; at least one. */
  requests: RequestCount[];
  misses: Miss[];
}
