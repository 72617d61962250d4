import {
  endWebhook,
  listTeams,
  listWebhooks,
  type MadeWebhook,
  makeWebhook,
  readWebhook,
  rotateSecret,
  sendDeliveryAgain,
  sendParkedAgain,
  type WebhookId,
} from '@guichet/casework';
import { isDeskError, isId, newId } from '@guichet/kernel';
import { errorWords, type FieldProblem, Panel, words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskDeps, DeskEnv, DeskRequest } from '../../frame/desk-env.ts';
import { draw } from '../../frame/draw.tsx';
import { idAt } from '../../frame/id-at.ts';
import { checkedOf, textOf } from '../../frame/text-of.ts';
import { staffOf } from '../../session/require-staff.ts';
import { WebhookPage } from './webhook-page.tsx';
import { WebhooksPage } from './webhooks-page.tsx';

/** Registers the addresses that are told of events, shows what became of each telling, and sends it again. */
export function webhookRoutes({ webhooks: rules = { allowPrivate: false } }: DeskDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get('/supervisor/webhooks', (c) => listPage(c));

  app.post('/supervisor/webhooks', async (c) => {
    const { ctx } = staffOf(c, 'webhook.write');
    const form = c.get('form');
    const [typed, url] = [textOf(form, 'id'), textOf(form, 'url')];
    const id = (isId(typed) ? typed : newId()) as WebhookId;
    const [kinds, teams] = [checkedOf(form, 'kinds'), checkedOf(form, 'teams')];
    try {
      const made = await makeWebhook(ctx, { id, url, kinds, teams }, rules);
      return secretPage(c, id, made);
    } catch (error) {
      if (!isDeskError(error) || error.code !== 'invalid') throw error;
      const path = error.publicKey.replace('webhook-', '');
      return listPage(c, {
        url,
        kinds,
        teams,
        problem: { path, message: errorWords(error, c.get('language')) },
      });
    }
  });

  app.get('/supervisor/webhooks/:id', async (c) => {
    const { ctx } = staffOf(c, 'webhook.write');
    const language = c.get('language');
    const { webhooks } = words(language).work;
    const told = new Map([
      ['again', webhooks.sentAgain],
      ['all', webhooks.allSent],
      ['waits', webhooks.onItsWay],
      ['ended', webhooks.endedNow],
    ]).get(c.req.query('told') ?? '');
    const webhook = await readWebhook(ctx, idAt<'webhook'>(c));
    return draw(
      c,
      { title: webhooks.title, current: 'supervisor' },
      <WebhookPage language={language} csrf={c.get('csrf')} webhook={webhook} told={told} />,
    );
  });

  app.post('/supervisor/webhooks/:id/secret', async (c) => {
    const id = idAt<'webhook'>(c);
    return secretPage(c, id, { kind: 'made', secret: await rotateSecret(staffOf(c).ctx, id) });
  });

  app.post('/supervisor/webhooks/:id/end', async (c) => {
    const id = idAt<'webhook'>(c);
    await endWebhook(staffOf(c).ctx, id);
    return c.redirect(`/supervisor/webhooks/${id}?told=ended`, 303);
  });

  app.post('/supervisor/webhooks/:id/sending', async (c) => {
    const id = idAt<'webhook'>(c);
    await sendParkedAgain(staffOf(c).ctx, id);
    return c.redirect(`/supervisor/webhooks/${id}?told=all`, 303);
  });

  app.post('/supervisor/webhooks/:id/deliveries/:delivery/sending', async (c) => {
    const isNew = await sendDeliveryAgain(staffOf(c).ctx, idAt<'webhook-delivery'>(c, 'delivery'));
    return c.redirect(`/supervisor/webhooks/${idAt<'webhook'>(c)}?told=${isNew ? 'again' : 'waits'}`, 303);
  });
  return app;
}

interface Typed {
  url: string;
  kinds: readonly string[];
  teams: readonly string[];
  problem: FieldProblem;
}

async function listPage(c: DeskRequest, typed?: Typed): Promise<Response> {
  const { ctx, actor } = staffOf(c, 'webhook.write');
  const language = c.get('language');
  const [webhooks, teams] = await Promise.all([listWebhooks(ctx), listTeams(ctx)]);
  return draw(
    c,
    {
      title: words(language).work.webhooks.title,
      current: 'supervisor',
      here: '/supervisor/webhooks',
      status: typed === undefined ? 200 : 422,
      hasErrors: typed !== undefined,
    },
    <WebhooksPage
      language={language}
      csrf={c.get('csrf')}
      webhooks={webhooks}
      teams={teams.filter(({ code }) => actor.teams.includes(code))}
      url={typed?.url ?? ''}
      chosen={typed?.kinds ?? []}
      chosenTeams={typed?.teams ?? actor.teams}
      problem={typed?.problem}
    />,
  );
}

/** Shows a secret, once: the page is stored nowhere. */
function secretPage(c: DeskRequest, id: WebhookId, made: MadeWebhook): Response | Promise<Response> {
  const { webhooks } = words(c.get('language')).work;
  return draw(
    c,
    { title: webhooks.madeTitle, current: 'supervisor', here: `/supervisor/webhooks/${id}` },
    <>
      <Panel title={webhooks.madeTitle}>
        {made.kind === 'made' ? <p class="secret">{made.secret}</p> : null}
      </Panel>
      <p>{made.kind === 'made' ? webhooks.made : webhooks.alreadyMade}</p>
      <p>
        <a href={`/supervisor/webhooks/${id}`}>{webhooks.toOne}</a>
      </p>
    </>,
  );
}
