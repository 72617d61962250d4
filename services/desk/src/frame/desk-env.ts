import type { Actor, DeskContext, OutboundRules, Session, WebhookRules } from '@guichet/casework';
import type { PostedForm } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import type { Logger } from '@guichet/platform';
import type { HttpEnv } from '@guichet/platform/http';
import type { Context } from 'hono';
import type { Organisation } from './organisation-of.ts';

/** What the desk is made of. */
export interface DeskDeps {
  /** The desk's own context: the actor is the door. */
  ctx: DeskContext;
  log: Logger;
  /** Where the public follows a request: printed on receipts. */
  publicUrl: string;
  deskUrl?: string;
  https: boolean;
  /** Who previews and receipts speak for. */
  organisation?: Organisation;
  /** How much of what is read and keyed of letters is keyed once more, blind, to know how often it is wrong: 0 (none, when absent) to 1. */
  sampleShare?: number;
  /** One person runs the mailroom: who checked a scanned batch may destroy its paper. False when absent. */
  onePersonOffice?: boolean;
  /** The telephones at the desk, E.164, and whom they may call; absent where the desk calls nobody. */
  calls?: { lines: readonly string[]; rules: OutboundRules };
  /** Where webhooks may lead; to public addresses by https when absent. */
  webhooks?: WebhookRules;
  /** Aborted when the desk begins to close: what streams then ends. */
  closing?: AbortSignal;
}

/** Who is signed in, and the context in which they act. */
export interface SignedIn extends Session {
  token: string;
  ctx: DeskContext;
}

export interface DeskEnv {
  Variables: HttpEnv['Variables'] & {
    language: Language;
    /** Absent before sign-in. */
    staff?: SignedIn;
    /** Acts as whose key a program has; on the API only. */
    holder?: DeskContext;
    /** The board, kiosk or screen that asks, with the context in which it acts; on the pages of the hall only. */
    device?: { actor: Extract<Actor, { kind: 'device' }>; ctx: DeskContext };
    /** Proves that a form came from a page of ours. */
    csrf: string;
    /** The posted form, read once. */
    form: PostedForm;
  };
}

export type DeskRequest = Context<DeskEnv>;
