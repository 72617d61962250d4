import { expect, it } from 'vitest';
import { shippedService } from '../../../../tests/support/paper/index.ts';
import { letterProvenance } from './letter-provenance.ts';

it('a consent keeps whether its form was signed, and that a person looked; no other answer does', () => {
  const service = shippedService('changement-adresse');
  const crop = { page: 1, x: 0, y: 0, width: 10, height: 10 };
  const letter = {
    answers: { sharing: 'true', 'with-others': 'no' },
    signature: 'absent' as const,
    fields: [
      { path: 'sharing', text: 'true', confidence: 0.9, doubts: [], crop },
      { path: 'sharing', text: '', confidence: 0.5, doubts: ['unsigned'], crop },
      { path: 'with-others', text: 'no', confidence: 0.9, doubts: [], crop },
    ],
  };
  const answers = { sharing: true, 'with-others': false };
  const keyed = [{ path: 'sharing', how: 'confirmed' as const }];
  const { sharing, ...others } = letterProvenance(service, letter, answers, '2026-11-24', keyed);
  expect(sharing).toEqual({ how: 'read-by-machine', confidence: 0.5, checked: 'once', signature: 'absent' });
  expect(others['with-others']).toEqual({ how: 'read-by-machine', confidence: 0.9 });
});
