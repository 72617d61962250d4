import {
  acceptSubmission,
  as,
  beginRecording,
  callBackKey,
  type CallAttemptId,
  type DeskContext,
  type Draft,
  endLiveCall,
  eraseRecording,
  findDraft,
  findStatus,
  instantOn,
  messageLeft,
  noteLiveCall,
  noteRecordedCall,
  noteTextWish,
  overwriteDraft,
  recordingType,
  requestCallBack,
  settleByProvider,
  settleCallBackByProvider,
  settleTextByProvider,
  type TextRules,
  todayOf,
} from '@guichet/casework';
import type { LiveCall, PhoneDraft } from '@guichet/channels/phone';
import { type DeliveryId, type Id, isDeskError, isId } from '@guichet/kernel';
import { countCall } from './count-call.ts';
import { callDraftId } from './call-draft-id.ts';
import { foundCase } from './found-case.ts';
import { hearMessage } from './hear-message.ts';
import { appointmentState, phoneAppointment } from './phone-appointment.ts';
import { phoneDraft } from './phone-draft.ts';
import { phoneResume } from './phone-resume.ts';
import type { PhoneDesk } from './phone/phone-desk.ts';
import { sealedCalls } from './sealed-calls.ts';

/** Requests that one call can make. */
const requestsMax = 9;

/** The hour at which a half day of call-backs begins. */
const startsAt = { morning: 9, afternoon: 13 };

/** Without rules no text message is sent. */
const noTexts: TextRules = { prefixes: [], textsAnHour: 0 };

/** Gives the telephone what it asks of the desk, by the verbs that every door uses. */
export function phoneDesk(ctx: DeskContext, texts: TextRules = noTexts): PhoneDesk {
  const caller = as(ctx, { kind: 'public', channel: 'phone' });
  const system = as(ctx, { kind: 'system', name: 'telephone' });
  const draftIdOf = (callSid: string, request: number) => callDraftId(ctx.keyring, callSid, request);
  const draftAt = (callSid: string, request: number): Promise<Draft | undefined> =>
    findDraft(caller, { id: draftIdOf(callSid, request) });

  /** Shows a call with its draft while that is open: one that was sent, or goes on at another door, is no longer the call's. */
  async function showCall(way: 'transfer' | 'call-back', call: LiveCall): Promise<void> {
    const { callSid, turn, language, reason, phone, draft, about } = call;
    const kept = draft && (await draftAt(callSid, draft.request));
    await noteLiveCall(system, {
      callSid,
      turn,
      language,
      reason,
      way,
      ...(phone === undefined ? {} : { phone }),
      ...(draft && { service: draft.service }),
      ...(about && { service: about.code, caseId: about.caseId }),
      ...(kept?.caseId === null && { draftId: kept.id }),
    });
  }

  return {
    ...sealedCalls(ctx.keyring),
    ...phoneResume(caller, draftIdOf, texts),
    ...phoneAppointment(caller),

    async saveDraft({ callSid, request, service, version, language, ...content }) {
      try {
        await overwriteDraft(caller, {
          id: draftIdOf(callSid, request),
          externalKey: `call:${callSid}:${request}`,
          service,
          version,
          channel: 'phone',
          language,
          content,
        });
      } catch (error) {
        // Told again after its request was accepted: there is nothing left to keep.
        if (!isDeskError(error) || error.publicKey !== 'draft-submitted') throw error;
      }
    },

    async findDraft(callSid) {
      let latest: PhoneDraft | undefined;
      for (let request = 1; request <= requestsMax; request += 1) {
        const draft = await draftAt(callSid, request);
        if (!draft) break;
        latest = draft.caseId === null ? phoneDraft(callSid, request, draft) : undefined;
      }
      return latest;
    },

    async submit(submission, draft) {
      const draftId = draftIdOf(draft.callSid, draft.request);
      const answer = await acceptSubmission(caller, { ...submission, draftId });
      if (answer.kind === 'incomplete') return { kind: 'incomplete', problems: answer.problems };
      const { id: caseId, reference, statusCode: code, dueAt, service } = answer.case;
      const told = { kind: answer.kind, reference, code, dueOn: todayOf(dueAt) };
      return service.definition.appointment ? { ...told, caseId } : told;
    },

    async findStatus(reference, fact) {
      try {
        const status = await findStatus(caller, { reference, fact });
        const found = { ...foundCase(ctx, status), ...(await appointmentState(caller, status)) };
        return { kind: 'found', found, language: status.language };
      } catch (error) {
        if (!isDeskError(error) || (error.code !== 'not-found' && error.code !== 'too-many')) throw error;
        return { kind: error.code };
      }
    },

    async keepRecording({ callSid, request, recordingSid, evidence, question }) {
      if (question === 'message') {
        // Begun and asked for at once: a process that dies before the turn asks for its call-back loses no message.
        const draft = await draftAt(callSid, request);
        const isOpen = draft?.caseId === null;
        const turn = { evidenceId: evidence, ...(isOpen ? { draft } : {}) };
        return messageLeft(system, { callSid, recordingSid, turn });
      }
      await beginRecording(caller, {
        evidenceId: evidence,
        providerRef: recordingSid,
        mediaType: recordingType,
        draftId: draftIdOf(callSid, request),
      });
    },

    eraseRecording: ({ callSid, recordingSid }) => eraseRecording(system, { callSid, recordingSid }),

    /** Whatever becomes of it here, it leaves the provider. */
    async recordingReady({ callSid, recordingSid, status, message }) {
      await noteRecordedCall(system, callSid, message ? {} : { noMessage: recordingSid });
      if (status === 'completed' && message) await hearMessage(system, { callSid, recordingSid });
    },

    messageMade: (callSid) => noteRecordedCall(system, callSid),

    async requestCallback({ callSid, language, phone, recording, window, reason, draft, about }) {
      const known = draft && (await draftAt(callSid, draft.request));
      // As the telephone, which sees what a message of the same call may have opened before.
      await requestCallBack(system, {
        key: callBackKey(callSid),
        language,
        reason,
        ...(phone === undefined ? {} : { phone }),
        ...(recording === undefined ? {} : { recording }),
        ...(window === undefined ? {} : { at: instantOn(window.day, startsAt[window.part]) }),
        ...(draft === undefined ? {} : { service: draft.service }),
        ...(about === undefined ? {} : { caseId: about.caseId, service: about.code }),
        ...(known ? { draftId: known.id } : {}),
      });
    },

    showCallback: (request) => showCall('call-back', request),

    noteLiveCall: (call) => showCall('transfer', call),

    /** What was said is in the draft since each answer: a call that ends early loses nothing. */
    async callEnded(call) {
      await endLiveCall(system, call.callSid);
      // The provider's news of a recording may be lost: a call that made one, or forgot whether it did, is looked through.
      if (call.state === undefined || call.state.counts.recordings > 0)
        await noteRecordedCall(system, call.callSid);
      await countCall(ctx, call, (request) => draftAt(call.callSid, request));
    },

    async deliveryStatus({ providerId, deliveryId, status }) {
      const ours =
        deliveryId !== undefined && isId(deliveryId) ? { deliveryId: deliveryId as DeliveryId } : {};
      await settleByProvider(system, { providerId, status, ...ours });
    },

    async callBackStatus({ providerId, attemptId, status }) {
      if (isId(attemptId))
        await settleCallBackByProvider(system, { providerId, status, attemptId: attemptId as CallAttemptId });
    },

    async textStatus({ providerId, textId, status }) {
      if (isId(textId))
        await settleTextByProvider(system, { providerId, status, textId: textId as Id<'text'> });
    },

    smsConsent: (wish) => noteTextWish(caller, wish),
  };
}
