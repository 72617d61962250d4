import { fileURLToPath } from 'node:url';
import type { CaseStatus } from '@guichet/casework';
import { loadCatalogue } from '@guichet/catalogue/load';
import { newId, newReference } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import { foundCase } from './found-case.ts';

const catalogue = loadCatalogue(fileURLToPath(new URL('../../../shared/catalogue/packs', import.meta.url)));
const id = newId<'case'>();
const status = (serviceCode: string, rest: Partial<CaseStatus> = {}): CaseStatus => ({
  id,
  reference: newReference(),
  serviceCode,
  serviceVersion: 1,
  language: 'fr',
  state: 'closed',
  outcome: 'done',
  decision: 'Comblé ce matin.',
  depositedAt: new Date('2026-11-02T02:00:00Z'),
  dueAt: new Date('2026-11-20T21:00:00Z'),
  closedAt: new Date('2026-11-10T15:00:00Z'),
  letter: null,
  ...rest,
});

describe('where a case stands, for the telephone', () => {
  it('is told in days of Québec, with what was decided', () => {
    expect(foundCase({ catalogue }, status('nid-de-poule'))).toEqual({
      caseId: id,
      code: 'nid-de-poule',
      service: { fr: 'Signaler un nid-de-poule', en: 'Report a pothole' },
      receivedOn: '2026-11-01',
      state: 'closed',
      closedOn: '2026-11-10',
      decision: { words: 'Comblé ce matin.', language: 'fr' },
    });
    expect(foundCase({ catalogue }, status('nid-de-poule', { state: 'received' }))).toMatchObject({
      state: 'received',
      dueOn: '2026-11-20',
    });
  });

  it.each(['transport-adapte', 'nothing-we-know'])('holds no decision on sensitive answers: %s', (code) => {
    expect(foundCase({ catalogue }, status(code))).not.toHaveProperty('decision');
  });
});
