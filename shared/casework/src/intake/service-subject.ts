import { createHash } from 'node:crypto';
import { idOfHash } from '@guichet/kernel';
import type { EventFact } from '../audit/chain.ts';

/** Names a version of a service as the subject of its history: the same id wherever it is made. */
export function serviceSubject({ code, version }: { code: string; version: number }): EventFact['subject'] {
  return {
    kind: 'service',
    id: idOfHash(createHash('sha256').update(`service|${code}@${version}`).digest()),
  };
}
