import { readEvidence } from '@guichet/casework';
import { DeskError, type EvidenceId, isId } from '@guichet/kernel';
import { storedFile } from '@guichet/platform/http';
import { Hono } from 'hono';
import type { DeskEnv } from '../frame/desk-env.ts';
import { staffOf } from '../session/require-staff.ts';

/** Gives stored originals to staff, each in a sandbox of its own. */
export function evidenceRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get('/evidence/:id', async (c) => {
    const id = c.req.param('id');
    if (!isId(id)) throw new DeskError('not-found', 'no-such-evidence');
    const file = await readEvidence(staffOf(c).ctx, id as EvidenceId);
    // Taken as it came, byte for byte, instead of shown.
    return storedFile(c, file, { saved: c.req.query('original') !== undefined });
  });
  return app;
}
