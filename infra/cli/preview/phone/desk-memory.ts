import type { CompiledService } from '@guichet/catalogue';
import type { PhoneDraft } from '@guichet/channels/phone';

/** What the desk of a trial remembers, from one call to the one that begins again. */
export interface DeskMemory {
  /** Whether a request was found incomplete already. */
  hasRefused: boolean;
  taken: { reference: string; code: string; service: CompiledService; draft: string }[];
  /** Requests begun that go on later, each with what they go on by. */
  kept: { number: string; code: string; draft: PhoneDraft }[];
}

export const noMemory: DeskMemory = { hasRefused: false, taken: [], kept: [] };

/** Names a request of a call. */
export function draftKey({ callSid, request }: Pick<PhoneDraft, 'callSid' | 'request'>): string {
  return `${callSid}:${request}`;
}
