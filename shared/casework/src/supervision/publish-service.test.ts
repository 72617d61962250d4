import { loadCatalogue, makeCatalogue } from '@guichet/catalogue/load';
import { FixedClock } from '@guichet/kernel';
import { expect, it } from 'vitest';
import { packsDir, useDesk } from '../../../../tests/support/test-desk.ts';
import type { DeskContext } from '../context.ts';
import { publishedReader } from '../intake/published-reader.ts';
import { verifyHistory } from '../records/verify-history.ts';
import { publishService } from './publish-service.ts';
import { retireService } from './retire-service.ts';

const desk = await useDesk({ clock: new FixedClock('2026-11-23T15:00:00Z') });
const loaded = loadCatalogue(packsDir);
const [dog] = loaded.versions.filter(({ definition }) => definition.code === 'permis-chien');
if (!dog) throw new Error('the pack has no dog licence');
/** The next version of the dog licence, as a file would hold it. */
const next = { ...dog, definition: { ...dog.definition, version: 2 }, hash: 'of the next text' };
const withDraft = (ctx: DeskContext): DeskContext => ({
  ...ctx,
  catalogue: makeCatalogue({ offered: loaded.versions, problems: [], drafts: [next] }),
});
const supervisor = withDraft(await desk.staff('supervisor', ['supervisor'], []));
const agent = withDraft(await desk.staff('agent', ['agent'], []));
const draft = { code: 'permis-chien', version: 2, effectiveOn: '2027-01-01', why: 'Nouveaux tarifs 2027' };
const stored = async () =>
  (await publishedReader(desk.ctx.sql).states()).filter(
    ({ code, version }) => code === draft.code && version === 2,
  );
const history = () => desk.database.adminSql`
  select kind, actor_kind, data ->> 'why' as why from event
  where subject_kind = 'service' and data ->> 'code' = ${draft.code} and data ->> 'version' = '2' order by seq`;

it('only a supervisor publishes, and says why, for today or later', async () => {
  await expect(publishService(agent, draft)).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(publishService(supervisor, { ...draft, why: ' ' })).rejects.toMatchObject({
    publicKey: 'reason-missing',
  });
  for (const effectiveOn of ['2026-11-22', '2027-02-30', 'demain'])
    await expect(publishService(supervisor, { ...draft, effectiveOn })).rejects.toMatchObject({
      publicKey: 'publication-day-past',
    });
  await expect(publishService(supervisor, { ...draft, version: 7 })).rejects.toMatchObject({
    publicKey: 'no-such-draft',
  });
  expect(await stored()).toEqual([]);
});

it('a draft is published once, from its day, and leaves one event', async () => {
  expect(await publishService(supervisor, draft)).toBe(true);
  expect(await publishService(supervisor, { ...draft, why: 'encore' })).toBe(false);
  expect(await stored()).toMatchObject([{ hash: next.hash, effectiveOn: '2027-01-01', retiredOn: null }]);
  expect([...(await history())]).toEqual([
    { kind: 'service.published', actorKind: 'staff', why: 'Nouveaux tarifs 2027' },
  ]);
});

it('a published version is retired once, and what was never published can’t be', async () => {
  const retirement = { code: draft.code, version: 2, retiredOn: '2027-06-01', why: 'Remplacée' };
  await expect(retireService(agent, retirement)).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(retireService(supervisor, { ...retirement, version: 9 })).rejects.toMatchObject({
    publicKey: 'no-such-service-version',
  });
  expect(await retireService(supervisor, retirement)).toBe(true);
  expect(await retireService(supervisor, retirement)).toBe(false);
  expect(await stored()).toMatchObject([{ retiredOn: '2027-06-01' }]);
  expect([...(await history())].map(({ kind }) => kind)).toEqual(['service.published', 'service.retired']);
  expect(await verifyHistory(desk.ctx, () => {})).toMatchObject({ broken: 0 });
});
