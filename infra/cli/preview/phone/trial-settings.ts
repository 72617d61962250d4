import { z } from 'zod';

const shape = z.object({
  /** Its code. */
  service: z.string().catch(''),
  /** Where the call begins. */
  starts: z.enum(['service', 'greeting']).catch('service'),
  /** Of a call that begins at the service; at the greeting the caller chooses. */
  language: z.enum(['fr', 'en']).catch('fr'),
  slow: z.stringbool().catch(false),
  number: z.enum(['known', 'withheld']).catch('known'),
  /** Whether the line has a municipal address file. */
  addresses: z.stringbool().catch(false),
  /** What the desk answers to the request: taken, incomplete the first time, or nothing at all. */
  desk: z.enum(['accepted', 'incomplete', 'away']).catch('accepted'),
  /** Whether staff answer the telephone. */
  people: z.enum(['untold', 'open', 'closed']).catch('untold'),
});

/** How a trial call is made. */
export type TrialSettings = z.infer<typeof shape>;

/** Reads how a trial call is wanted; what is missing or unknown is as a first call would have it. */
export function readTrialSettings(form: Readonly<Record<string, unknown>>): TrialSettings {
  return shape.parse(form);
}

/** The number that a trial call comes from, of those that nobody has. */
export const trialNumber = '+14185550123';
