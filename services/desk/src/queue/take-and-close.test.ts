import { describe, expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';

const desk = await useDesk();
describe('x', () => {
  it('opens', async () => {
    expect(desk.ctx.catalogue.services.length).toBe(3);
  });
});
