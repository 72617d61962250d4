import { DeskError, type Id, isId } from '@guichet/kernel';
import type { DeskRequest } from './desk-env.ts';

/** Reads the id in an address; what can't be one is not found. Errors: not-found */
export function idAt<Brand extends string>(c: DeskRequest, name = 'id'): Id<Brand> {
  const id = c.req.param(name) ?? '';
  if (!isId(id)) throw new DeskError('not-found', 'not-found');
  return id as Id<Brand>;
}
