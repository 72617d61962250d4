import type { Handlers } from '@guichet/jobs';
import type { MailroomContext } from '../mailroom-context.ts';
import { readBatch } from './read-batch.ts';

/** The hands of the mailroom's job queue. */
export const handlers: Handlers<'mailroom', MailroomContext> = { 'mailroom.read': readBatch };
