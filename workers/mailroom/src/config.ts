import { deskEnvironment, readConfig } from '@guichet/platform';
import { z } from 'zod';

const schema = deskEnvironment.extend({
  /** The hot folder: scanners drop files there. Absent: only the desk takes batches. */
  MAILROOM_INBOX: z.string().optional(),
});

/** Gives the settings of the mailroom worker. Errors: ConfigError */
export function mailroomConfig() {
  return readConfig(schema, process.env);
}
