import type { DeskContext } from '@guichet/casework';
import type { Logger } from '@guichet/platform';

/** What the hands of this worker need: the desk, and a place to say what they found. */
export interface RecordsContext {
  desk: DeskContext;
  log: Logger;
}
