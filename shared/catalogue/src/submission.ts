import type { Channel, DraftId, EvidenceId, Language } from '@guichet/kernel';
import type { Provenance } from './answers.ts';

/** One arrival of facts through one channel, before acceptance: a value. */
export interface Submission {
  service: string;
  /** Absent means the version in force. */
  version?: number;
  channel: Channel;
  language: Language;
  /** Raw or stored values by question key; acceptance parses them all. */
  answers: Record<string, unknown>;
  provenance?: Record<string, Provenance>;
  /** Answers may be recordings that a person types later, as they always may by telephone: the draft came from there. */
  recorded?: boolean;
  /** When the person acted (postmark, end of call, counter stamp, web submit). Absent means now. */
  depositedAt?: Date;
  /** A counter kept it while the network was down; its history says so. */
  withoutNetwork?: boolean;
  /** One key, one case, within a scope such as `web`, `phone`, `api:<client>`. Keys: `<draft id>`, `<CallSid>`, `<letter id>`, `Idempotency-Key`. */
  idempotency: { scope: string; key: string };
  draftId?: DraftId;
  /** Originals to attach: scanned pages, recordings, uploads. */
  evidence?: EvidenceId[];
}
