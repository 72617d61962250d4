import { z } from '@hono/zod-openapi';
import { instant, reference } from '../shapes.ts';

/** A case that a request became, as its receipt tells it. */
export const madeCase = z.object({
  id: z.uuid().openapi({ description: 'Of the request: its receipt is found by it.' }),
  reference,
  statusCode: z.string(),
  dueAt: instant,
});
