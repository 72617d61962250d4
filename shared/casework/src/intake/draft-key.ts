import type { Draft } from './find-draft.ts';

/**
 * Gives the key under which a draft is accepted, whoever sends it: the call it is part of, else the draft itself.
 *
 * Guarantee: the person at one door and staff at another send one draft under one key, so that it is one case.
 */
export function draftKey({ id, externalKey }: Pick<Draft, 'id' | 'externalKey'>): {
  scope: string;
  key: string;
} {
  const call = /^call:(.+)$/.exec(externalKey ?? '')?.[1];
  return call === undefined ? { scope: 'web', key: id } : { scope: 'phone', key: call };
}
