import type { Answers, Provenance } from '@guichet/catalogue';
import type { Draft } from '@guichet/casework';
import type { PhoneDraft } from '@guichet/channels/phone';

/** Gives a draft as a call holds it. */
export function phoneDraft(callSid: string, request: number, draft: Draft): PhoneDraft {
  const { service, version, language, content } = draft;
  return {
    callSid,
    request,
    service,
    version,
    language,
    answers: content.answers as Answers,
    skipped: content.skipped,
    provenance: (content.provenance ?? {}) as Record<string, Provenance>,
    ...(content.fileNames === undefined ? {} : { fileNames: content.fileNames }),
  };
}
