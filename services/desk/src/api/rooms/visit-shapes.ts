import { type Family, familyLetters } from '@guichet/casework';
import { z } from '@hono/zod-openapi';
import { bilingual, instant, language, reference } from '../shapes.ts';

/** A family of services, for which tickets are given. */
export const family = z.enum(Object.keys(familyLetters) as [Family, ...Family[]]);

const counter = z.object({
  id: z.uuid(),
  placeId: z.uuid(),
  name: z.string(),
  placeName: bilingual,
  families: z.array(family),
  takenBy: z.string().nullable(),
  absent: z.string().nullable(),
});

/** A counter with who sits there. */
export const counterRow = counter.openapi('Counter');

const row = z.object({
  visitId: z.uuid(),
  ticket: z.string(),
  family,
  language,
  priority: z.boolean(),
  state: z.string(),
  counter: z.string().nullable(),
  since: instant,
});
const waits = z.array(
  z.object({
    family,
    waiting: z.int(),
    wait: z.object({ kind: z.enum(['known', 'unknown']), minutes: z.int().optional(), called: z.int() }),
  }),
);

/** What a clerk's screen shows of the line of their place. */
export const deskLine = z.object({
  counter: counterRow,
  atHand: row.optional(),
  waiting: z.array(row),
  onHold: z.array(row),
  noShows: z.array(row),
  families: waits,
  others: z.array(counterRow),
  quickToday: z.int(),
});

/** What the board of a place shows. */
export const hall = z.object({
  place: z.object({ id: z.uuid(), name: bilingual, timeZone: z.string() }),
  called: z.array(
    z.object({
      ticket: z.string(),
      counter: z.string(),
      language,
      calledAt: instant,
      calls: z.int(),
      isServed: z.boolean(),
    }),
  ),
  families: waits,
});

/** A visit, from its ticket to its end. */
export const visitFile = z.object({
  id: z.uuid(),
  ticket: z.string(),
  placeId: z.uuid(),
  family,
  language,
  how: z.enum(['kiosk', 'clerk', 'appointment']),
  priority: z.boolean(),
  openedAt: instant,
  endedHow: z.string().nullable(),
  requests: z.array(
    z.object({
      kind: z.enum(['request', 'quick']),
      family,
      service: z.string().nullable(),
      reference: reference.nullable(),
      at: instant,
    }),
  ),
  periods: z.array(
    z.object({
      state: z.string(),
      counter: z.string().nullable(),
      fromAt: instant,
      toAt: instant.nullable(),
    }),
  ),
});
