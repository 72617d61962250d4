import { listLetters, readCase, readThresholds } from '@guichet/casework';
import type { LetterId } from '@guichet/kernel';
import { isField } from '@guichet/channels/mail';
import { createLogger } from '@guichet/platform';
import { expect, it } from 'vitest';
import { type DeskVisitor, visit } from '../../../../tests/support/desk-visitor.ts';
import {
  lettersRead,
  offenceAnswers,
  readField,
  readForm,
} from '../../../../tests/support/doors/keyed-letters.ts';
import { csrfIn, valuesIn } from '../../../../tests/support/doors/values-in.ts';
import { testForm } from '../../../../tests/support/paper/index.ts';
import { testPassword, useDesk } from '../../../../tests/support/test-desk.ts';
import { createApp } from '../app.tsx';

const desk = await useDesk();
const clerk = await desk.staff('commis', ['clerk'], ['voirie']);
await desk.staff('autre', ['clerk'], ['voirie']);
await desk.staff('chef', ['supervisor'], ['voirie']);
const log = createLogger('test', { level: 'silent' });
const facts = { ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false };
/** Every sure field is of the sample. */
const all = visit(createApp({ ...facts, sampleShare: 1 }));
const none = visit(createApp(facts));
const other = visit(createApp(facts));
const chief = visit(createApp(facts));
await Promise.all([
  all.signIn('commis', testPassword),
  none.signIn('commis', testPassword),
  other.signIn('autre', testPassword),
  chief.signIn('chef', testPassword),
]);

const answers = {
  place: { text: 'Rue des Pius' },
  size: 'large',
  danger: false,
  photo: { later: 'post' },
  'reply-way': 'none',
};
const letter = async (more: Parameters<typeof readField>[2] = {}): Promise<string> => {
  const [id] = await lettersRead(desk, [
    readForm('nid-de-poule', 1, answers, [readField('place.text', 'Rue des Pius', more)]),
  ]);
  return `/mailroom/letters/${id}`;
};
/** Sends a letter's form as it stands there, but for these. */
const fill = async (visitor: DeskVisitor, address: string, fields: Record<string, string>) => {
  const { html } = await visitor.get(address);
  return visitor.post(address, { ...valuesIn(html), _csrf: csrfIn(html), ...fields });
};
const sampleOf = async (address: string) => {
  const [row] = await desk.ctx.sql`
    select content, confidence, wrong from reading_sample where letter_id = ${address.split('/').at(-1) ?? ''}`;
  return row;
};
const placeOf = async (path: string) => {
  const file = await readCase(clerk, { reference: /made=(\d{10})/.exec(path)?.[1] ?? '' });
  return file.answers.find(({ question }) => question === 'place');
};

it('a sure field of the sample is keyed without what was read, and stays as read where both are the same', async () => {
  const address = await letter();
  const shown = await all.get(address);
  expect(shown.html).toContain('Contrôle de qualité');
  expect(shown.html).not.toContain('Pius');
  const refused = await fill(all, address, {});
  expect(refused.status, 'left blank it does not pass').toBe(422);
  expect(refused.html).not.toContain('Pius');
  const done = await fill(all, address, { 'place.text': 'rue des pius,' });
  expect(done.path).toContain('made=');
  expect(await placeOf(done.path)).toMatchObject({
    value: { text: 'Rue des Pius' },
    provenance: { how: 'read-by-machine', confidence: 0.95, checked: 'once' },
  });
  expect(await sampleOf(address)).toEqual({ content: 'text', confidence: 0.95, wrong: false });
});

it('where both differ the person sees both and decides, and who was wrong is counted', async () => {
  const address = await letter();
  await all.get(address);
  const both = await fill(all, address, { 'place.text': 'Rue des Pins', _confirmed: 'place.text' });
  expect(both.status, 'a confirmation given before both were seen is none').toBe(422);
  expect(both.html).toContain('La machine a lu «\u00a0Rue des Pius\u00a0»');
  expect(both.html).toContain('value="Rue des Pins"');
  const done = await fill(all, address, { 'place.text': 'Rue des Pins', _confirmed: 'place.text' });
  expect(await placeOf(done.path)).toMatchObject({
    value: { text: 'Rue des Pins' },
    provenance: { how: 'typed-by-staff' },
  });
  expect(await sampleOf(address)).toMatchObject({ wrong: true });

  const figures = await chief.get('/supervisor/mailroom');
  expect(figures.html).toMatch(/<svg class="rate-bar" role="img" aria-label="Textes courts, 50/);

  const mine = await letter();
  await all.get(mine);
  await fill(all, mine, { 'place.text': 'Rue des Puis' });
  const right = await fill(all, mine, { 'place.text': 'Rue des Pius', _confirmed: 'place.text' });
  expect(await placeOf(right.path)).toMatchObject({ value: { text: 'Rue des Pius' } });
  expect(await sampleOf(mine), 'the person was wrong, not the machine').toMatchObject({ wrong: false });
});

it('where nothing seems written the person is shown what was read before it is lost', async () => {
  const address = await letter();
  await all.get(address);
  const both = await fill(all, address, { _confirmed: 'place.text' });
  expect(both.status).toBe(422);
  expect(both.html).toContain('Rue des Pius');
});

it('a threshold that rose puts to a person what waits already, until a supervisor takes it back', async () => {
  const address = await letter({ confidence: 0.9 });
  expect((await none.get(address)).html).not.toContain('certitude sous le seuil');
  await desk.ctx.sql`
    insert into reading_threshold (content, confidence_min, since, raised_at)
    values ('text', 0.95, ${new Date(0)}, ${new Date()})
    on conflict (content) do update set confidence_min = 0.95, raised_at = excluded.raised_at`;
  expect((await none.get(address)).html).toContain('certitude sous le seuil');
  expect((await fill(none, address, {})).status).toBe(422);
  const figures = await chief.get('/supervisor/mailroom');
  expect(figures.html).toContain('95\u00a0%, relevé le');
  const reset = await chief.send('/supervisor/mailroom/threshold', { content: 'text' });
  expect(reset.html).toContain('Le seuil est revenu');
  expect((await readThresholds(desk.ctx)).get('text')).toBe(0);
  expect((await fill(none, address, {})).path).toContain('made=');
  expect((await none.get('/supervisor/mailroom')).status).toBe(403);
});

it('of two clerks who key one letter at once, the second is told that the first keying stands', async () => {
  const [id] = await lettersRead(desk, [
    readForm('payer-constat', 2, offenceAnswers, [readField('amount', '175.00')]),
  ]);
  const address = `/mailroom/letters/${id as LetterId}`;
  const drawn = await other.get(address);
  const first = await fill(none, address, {});
  expect(first.html).toContain('Une autre personne doit saisir quelques réponses');
  const second = await other.post(address, { ...valuesIn(drawn.html), _csrf: csrfIn(drawn.html) });
  expect(second.html).toContain('Une autre personne a saisi cette lettre avant vous');
  expect((await listLetters(clerk)).map((row) => row.id)).not.toContain(id);
  expect((await none.get(address)).html).toContain('Une autre personne doit encore en saisir une partie');
  const waiting = await none.get('/mailroom');
  expect(waiting.html).not.toContain('/mailroom/checks/');
  const [check = ''] = (await other.get('/mailroom')).html.match(/\/mailroom\/checks\/[\w-]+/) ?? [];
  expect((await none.get(check)).status, 'who keyed it first keys it no second time').toBe(403);
});

it('of every shipped service, each field in doubt has one box that confirms it: no letter is ever stuck', async () => {
  for (const service of desk.ctx.catalogue.services) {
    const { code, version } = service.definition;
    if (service.definition.channels.mail !== undefined) continue;
    const paths = new Set(
      testForm(service, 'fr').pages.flatMap(({ items }) => items.filter(isField).map(({ path }) => path)),
    );
    const fields = [...paths].map((path) => readField(path, '', { doubts: ['faint-mark'] }));
    const [id] = await lettersRead(desk, [readForm(code, version, {}, fields)]);
    const { html } = await none.get(`/mailroom/letters/${id}`);
    const asked = new Set(service.visible({}).map(({ key }) => key));
    const wanted = [...paths].filter((path) => asked.has(path.split('.')[0] ?? '')).sort();
    const boxes = [...html.matchAll(/data-confirms="([^"]+)"/g)].map(([, path]) => path).sort();
    expect(boxes, code).toEqual(wanted);
    expect(wanted.length, code).toBeGreaterThan(0);
  }
}, 120_000);
