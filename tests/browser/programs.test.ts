import { acceptSubmission, makeWebhook, type WebhookId } from '@guichet/casework';
import { newId } from '@guichet/kernel';
import { expect, it } from 'vitest';
import { signIn } from '../support/doors/sign-in.ts';
import { paperAnswers } from '../support/paper/index.ts';
import { testPassword, useDesk } from '../support/test-desk.ts';
import { breaksNoRule, fits } from './look-at.ts';
import { openDesk } from './open-desk.ts';

const desk = await useDesk();
const chief = await desk.staff('cheffe', ['supervisor'], ['voirie', 'animaux']);
const { home, browser } = await openDesk(desk);

async function told(): Promise<WebhookId> {
  const id = newId<'webhook'>();
  const input = { id, url: 'https://travaux.exemple.ca/avis/de/guichet', kinds: ['case.opened'] };
  await makeWebhook(chief, input, { allowPrivate: false });
  for (let count = 0; count < 3; count += 1)
    await acceptSubmission(desk.public('web'), {
      service: 'nid-de-poule',
      channel: 'web',
      language: 'fr',
      answers: { ...paperAnswers['nid-de-poule'] },
      idempotency: { scope: 'test', key: newId() },
    });
  const { adminSql } = desk.database;
  await adminSql`
    update webhook_delivery set attempts = 8, tried_at = now(), status = 500, why = 'refused', parked_at = now()
    where id = (select id from webhook_delivery order by id limit 1)`;
  await adminSql`
    update webhook_delivery set attempts = 1, tried_at = now(), status = 204, delivered_at = now()
    where id = (select id from webhook_delivery where parked_at is null order by id limit 1)`;
  return id;
}

it('keys and webhooks are accessible, fit a wide and a narrow screen, and show a secret once', async () => {
  const id = await told();
  const page = await signIn(await browser.newContext({ locale: 'fr-CA' }), home, 'cheffe', testPassword);
  await page.goto(`${home}/account`);
  await page.getByLabel('À quoi elle servira').fill('Le logiciel des travaux publics');
  await page.getByLabel('Votre mot de passe', { exact: true }).fill(testPassword);
  await page.getByRole('button', { name: 'Créer la clé' }).click();
  await expect.poll(() => page.locator('.panel .secret').textContent()).toMatch(/^guichet_/);
  await fits(page, 'key-made');
  await breaksNoRule(page, 'key-made');
  for (const [name, path] of [
    ['account', '/account'],
    ['webhooks', '/supervisor/webhooks'],
    ['webhook', `/supervisor/webhooks/${id}?lang=en`],
  ] as const) {
    await page.goto(home + path);
    await fits(page, name);
    await breaksNoRule(page, name);
  }
});
