import { newId } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import { useDesk } from '../../../../../tests/support/test-desk.ts';
import { listTemplates, templatesFor } from './list-templates.ts';
import { readPlaceholders } from './read-placeholders.ts';
import { type SaveTemplate, saveTemplate } from './save-template.ts';

const desk = await useDesk();
const chief = await desk.staff('cheffe', ['supervisor'], ['voirie']);
const agent = await desk.staff('agente', ['agent'], ['voirie']);

describe('what a template leaves room for', () => {
  it.each([
    ['Dossier {reference}.', 'File {reference}.', []],
    ['Dossier {refrence}.', 'File.', ['fr 1 unknown {refrence} reference']],
    ['Bonjour.\nVos {motifs}', 'Hello.', ['fr 2 unknown {motifs} reasons']],
    ['Bonjour {reference', 'Hello }', ['fr 1 open {reference', 'en 1 stray }']],
    ['Bonjour.', 'By {due}.', ['fr 1 one-language {due}']],
    ['', 'Hello.', ['fr 1 empty ']],
  ])('%j and %j', (fr, en, problems) => {
    const found = readPlaceholders({ fr, en });
    expect(
      found.map(({ language, line, kind, text, nearest = '' }) =>
        [language, line, kind, text, ...(nearest ? [nearest] : [])].join(' '),
      ),
    ).toEqual(problems);
  });
});

describe('a template', () => {
  const template = (): SaveTemplate => ({
    id: newId<'reply-template'>(),
    from: 0,
    name: { fr: 'Équipe en route', en: 'Team on its way' },
    serviceCode: 'nid-de-poule',
    words: { fr: 'Une équipe passe avant le {due}.', en: 'A team comes by {due}.' },
  });

  it('is saved as versions by who may, the second of two who change one is refused, and a repeated save writes nothing', async () => {
    const first = template();
    await expect(saveTemplate(agent, first)).rejects.toMatchObject({ code: 'not-allowed' });
    const bad = { ...first, words: { ...first.words, fr: 'Le {dueon}' } };
    await expect(saveTemplate(chief, bad)).rejects.toMatchObject({ publicKey: 'template-words' });
    const nowhere = saveTemplate(chief, { ...first, outcome: 'nulle' });
    await expect(nowhere).rejects.toMatchObject({ publicKey: 'template-outcome' });
    expect(await saveTemplate(chief, first)).toBe(1);
    expect(await saveTemplate(chief, first)).toBe(1);
    const changed = { ...first, from: 1, name: { ...first.name, en: 'Crew on its way' } };
    expect(await saveTemplate(chief, changed)).toBe(2);
    const late = saveTemplate(chief, { ...changed, name: { fr: 'Autre', en: 'Other' } });
    await expect(late).rejects.toMatchObject({ code: 'conflict' });
    const events = await desk.database.adminSql`select 1 from event where subject_id = ${first.id}`;
    expect(events).toHaveLength(2);
    expect((await listTemplates(agent)).filter(({ id }) => id === first.id)).toMatchObject([
      { version: 2, name: changed.name },
    ]);
    await saveTemplate(chief, { ...changed, from: 2, withdrawn: true });
    expect((await listTemplates(agent)).some(({ id }) => id === first.id)).toBe(false);
  });

  it('of a team and a service comes before one for all, and one for a decision only with it', async () => {
    const { serviceCode: _, ...any } = template();
    await saveTemplate(chief, { ...any, name: { fr: 'Pour tous', en: 'For all' } });
    await saveTemplate(chief, { ...template(), team: 'voirie', name: { fr: 'Voirie', en: 'Roads' } });
    await saveTemplate(chief, { ...template(), outcome: 'repaired', name: { fr: 'Réparé', en: 'Repaired' } });
    const all = await listTemplates(agent);
    const ofCase = { serviceCode: 'nid-de-poule', team: 'voirie' };
    expect(templatesFor(all, ofCase, null).map(({ name }) => name.en)).toEqual(['Roads', 'For all']);
    expect(templatesFor(all, ofCase, 'repaired').map(({ name }) => name.en)).toEqual(['Repaired']);
    expect(templatesFor(all, { serviceCode: 'permis-chien', team: 'greffe' }, null)).toHaveLength(1);
  });
});
