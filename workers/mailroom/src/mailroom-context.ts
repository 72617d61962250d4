import type { DeskContext } from '@guichet/casework';
import type { Sign, TextReader } from '@guichet/channels/mail';
import type { Logger } from '@guichet/platform';
import type { Scanner } from './child/open-scanner.ts';
import type { Spool } from './open-spool.ts';

/** What the mailroom's hands work with. */
export interface MailroomContext extends DeskContext {
  reader: TextReader;
  sign: Sign;
  /** Opens files in processes of their own. */
  scanner: Pick<Scanner, 'start'>;
  /** Where the pictures of a batch lie, sealed, while it is read. */
  spoolFolder: string;
  log?: Logger;
}

/** What a batch is read with. */
export interface ReadingContext extends MailroomContext, Pick<Spool, 'put'> {}
