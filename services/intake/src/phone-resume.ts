import {
  type DeskContext,
  draftInForce,
  offerResume,
  resumeDraft,
  type TextRules,
  textResumeLink,
  todayOf,
} from '@guichet/casework';
import { type DraftId, isDeskError } from '@guichet/kernel';
import type { PhoneDesk } from './phone/phone-desk.ts';
import { phoneDraft } from './phone-draft.ts';

/** Gives the telephone what lets a request go on later or elsewhere, or come from another door. */
export function phoneResume(
  caller: DeskContext,
  draftIdOf: (callSid: string, request: number) => DraftId,
  rules: TextRules,
): Pick<PhoneDesk, 'offerResume' | 'resumeDraft' | 'textLink'> {
  return {
    async offerResume(callSid, request) {
      const { number, code, expiresAt } = await offerResume(caller, { draftId: draftIdOf(callSid, request) });
      return { number, code, untilOn: todayOf(expiresAt) };
    },

    async resumeDraft({ callSid, request, number, code }) {
      const into = { id: draftIdOf(callSid, request), externalKey: `call:${callSid}:${request}` };
      try {
        const resumed = await resumeDraft(caller, { number, code, into });
        if (resumed.kind === 'submitted') return resumed;
        const { draft } = draftInForce(caller, resumed.draft) ?? resumed;
        return { kind: 'resumed', draft: phoneDraft(callSid, request, draft) };
      } catch (error) {
        if (!isDeskError(error) || (error.code !== 'not-found' && error.code !== 'too-many')) throw error;
        return { kind: error.code };
      }
    },

    textLink: ({ callSid, request, phone, language }) =>
      textResumeLink(caller, { draftId: draftIdOf(callSid, request), phone, language, rules }),
  };
}
