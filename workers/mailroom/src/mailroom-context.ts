import type { DeskContext } from '@guichet/casework';
import type { Sign, TextReader } from '@guichet/channels/mail';
import type { Logger } from '@guichet/platform';
import type { Scanner } from './child/open-scanner.ts';

/** What the mailroom's hands work with. */
export interface MailroomContext extends DeskContext {
  reader: TextReader;
  sign: Sign;
  /** Opens files in processes of their own. */
  scanner: Pick<Scanner, 'start'>;
  log?: Logger;
}
