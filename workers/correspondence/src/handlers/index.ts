import type { Handlers } from '@guichet/jobs';
import type { CorrespondenceContext } from '../correspondence-context.ts';
import { answerLetter } from './answer-letter.ts';
import { callBack } from './call-back.ts';
import { clearRecordings } from './clear-recordings.ts';
import { fetchRecording } from './fetch-recording.ts';
import { forgetRecording } from './forget-recording.ts';
import { sendReply } from './send-reply.ts';
import { sendText } from './send-text.ts';
import { suggestTranscript } from './suggest-transcript.ts';
import { tellWebhook } from './tell-webhook.ts';

export const handlers: Handlers<'correspondence', CorrespondenceContext> = {
  'correspondence.send': sendReply,
  'correspondence.answer-letter': answerLetter,
  'correspondence.call-back': callBack,
  'correspondence.send-text': sendText,
  'correspondence.fetch-recording': fetchRecording,
  'correspondence.forget-recording': forgetRecording,
  'correspondence.clear-recordings': clearRecordings,
  'correspondence.suggest-transcript': suggestTranscript,
};

export const webhookHandlers: Handlers<'webhooks', CorrespondenceContext> = {
  'webhooks.tell': tellWebhook,
};
