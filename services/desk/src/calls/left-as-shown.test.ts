import { findTyped } from '@guichet/casework';
import { createLogger } from '@guichet/platform';
import { describe, expect, it } from 'vitest';
import { answeringCall } from '../../../../tests/support/answering-call.ts';
import { visit } from '../../../../tests/support/desk-visitor.ts';
import { testPassword, useDesk } from '../../../../tests/support/test-desk.ts';
import { createApp } from '../app.tsx';
import { markShown } from '../drafts/left-as-shown.ts';

const desk = await useDesk();
const { adminSql } = desk.database;
const log = createLogger('test', { level: 'silent' });

async function signedIn(name: string) {
  await desk.staff(name, ['agent', 'clerk'], ['voirie']);
  const visitor = visit(createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false }));
  await visitor.signIn(name, testPassword);
  return visitor;
}
const [visitor, colleague] = [await signedIn('agente'), await signedIn('collegue')];

const calling = (answers: Record<string, unknown>) => answeringCall(desk, answers);

const sizeIn = async (draftId: string) => {
  const [row] = await adminSql<{ how: string }[]>`
    select provenance ->> 'how' as how from case_answer
    where case_id = (select case_id from draft where id = ${draftId}) and question = 'size'`;
  return row?.how;
};
const place = { text: 'Au coin' };
const asShown = { 'place.text': 'Au coin', size: '1', 'reply-way': '5', 'reply-name': 'Jeanne' };

describe('an answer that a page shows and its staff leave as it was', () => {
  it('is not put back over what a colleague typed since', async () => {
    const { draftId, page, request } = await calling({ size: 'small', place });
    await visitor.get(request);
    await colleague.get(request);
    await colleague.send(request, { 'place.text': 'Au coin', size: '3', _action: 'refresh' });
    const { html } = await visitor.send(request, { ...asShown, danger: 'N', _action: 'refresh' });
    expect(html).toContain('name="size" value="3"');
    const kept = await findTyped(desk.ctx, draftId);
    expect(kept?.answers).toMatchObject({ size: 'large', danger: false });
    const sent = await visitor.send(request, { ...asShown, size: '3', danger: 'N' });
    expect(sent.path).toBe(page);
    expect(await sizeIn(draftId)).toBe('typed-by-staff');
  });

  it('is not put back over what the caller answered since', async () => {
    const { draftId, page, request, answered } = await calling({ size: 'small', place });
    await visitor.get(request);
    await answered({ size: 'large', place: { text: 'Devant le 40' } });
    const sent = await visitor.send(request, { ...asShown, danger: 'N' });
    expect(sent.path).toBe(page);
    expect(await sizeIn(draftId)).toBe('dtmf');
    expect((await findTyped(desk.ctx, draftId))?.answers).not.toHaveProperty('size');
    expect((await findTyped(desk.ctx, draftId))?.answers).not.toHaveProperty('place');
  });

  it('is typed by them when they put back what was said first', async () => {
    const { draftId, request, answered } = await calling({ size: 'small', place });
    await visitor.get(request);
    await visitor.send(request, { ...asShown, size: '3', _action: 'refresh' });
    await answered({ size: 'medium', place });
    await visitor.send(request, { ...asShown, size: '1', _action: 'refresh' });
    expect((await findTyped(desk.ctx, draftId))?.answers).toMatchObject({ size: 'small' });
  });

  it('is told by a digest, which an answer that is masked has not', () => {
    const [shown, masked] = markShown(['size', 'health'], { size: 'small', health: 'asthme' }, ['health']);
    expect(shown).toMatch(/^size:[\w-]{16}$/);
    expect(masked).toBe('health');
  });
});
