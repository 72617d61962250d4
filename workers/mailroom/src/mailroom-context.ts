import type { DeskContext } from '@guichet/casework';
import type { Sign, TextReader } from '@guichet/channels/mail';

/** What the mailroom's hands work with. */
export interface MailroomContext extends DeskContext {
  reader: TextReader;
  sign: Sign;
}
