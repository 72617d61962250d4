import type { Operation } from './operation.ts';
import { accountOperations } from './rooms/account.ts';
import { appointmentOperations } from './rooms/appointments.ts';
import { boardOperations } from './rooms/board.ts';
import { callDraftOperations } from './rooms/call-drafts.ts';
import { caseOperations } from './rooms/cases.ts';
import { counterOperations } from './rooms/counter.ts';
import { draftOperations } from './rooms/drafts.ts';
import { feeOperations } from './rooms/fees.ts';
import { keptRequestOperations } from './rooms/kept-requests.ts';
import { letterOperations } from './rooms/letters.ts';
import { linkOperations } from './rooms/links.ts';
import { mailroomOperations } from './rooms/mailroom.ts';
import { originalOperations } from './rooms/originals.ts';
import { placeOperations } from './rooms/places.ts';
import { printOperations } from './rooms/printing.ts';
import { queueOperations } from './rooms/queue.ts';
import { replyOperations } from './rooms/replies.ts';
import { requestOperations } from './rooms/requests.ts';
import { staffOperations } from './rooms/staff.ts';
import { supervisionOperations } from './rooms/supervision.ts';
import { taskOperations } from './rooms/tasks.ts';
import { teamOperations } from './rooms/teams.ts';
import { webhookOperations } from './rooms/webhooks.ts';

/** Everything that the API of the desk can be asked: its routes and its description come from this table. */
export const operations: readonly Operation[] = [
  ...queueOperations,
  ...caseOperations,
  ...replyOperations,
  ...linkOperations,
  ...originalOperations,
  ...feeOperations,
  ...appointmentOperations,
  ...taskOperations,
  ...callDraftOperations,
  ...counterOperations,
  ...draftOperations,
  ...requestOperations,
  ...keptRequestOperations,
  ...mailroomOperations,
  ...letterOperations,
  ...printOperations,
  ...boardOperations,
  ...supervisionOperations,
  ...placeOperations,
  ...staffOperations,
  ...teamOperations,
  ...accountOperations,
  ...webhookOperations,
];
