import { DeskError } from '@guichet/kernel';
import { assets } from '@guichet/pages';
import { requestLog, sameOrigin, securityHeaders, serveAssets } from '@guichet/platform/http';
import { Hono } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestsRoute } from './api/requests.route.ts';
import { servicesRoute } from './api/services.route.ts';
import type { DoorDeps, DoorEnv } from './door.ts';
import { healthRoute } from './health.route.ts';
import { chooseLanguage } from './http/choose-language.ts';
import { answerRefusal } from './http/refusals.tsx';
import { paperFormRoute } from './paper-form.route.ts';
import { appointmentRoute } from './web/appointment.route.tsx';
import { checkRoute } from './web/check.route.tsx';
import { confirmationRoute } from './web/confirmation.route.tsx';
import { coverSlipRoute } from './web/cover-slip.route.ts';
import { homeRoute } from './web/home.route.tsx';
import { draftFormRoute } from './web/draft-form.route.ts';
import { laterRoute } from './web/later.route.tsx';
import { parityRoute } from './web/parity.route.tsx';
import { questionRoute } from './web/question.route.tsx';
import { resumeRoute } from './web/resume.route.tsx';
import { startRoute } from './web/start.route.ts';
import { statusRoute } from './web/status.route.tsx';

export type { DoorDeps, DoorFacts, Readiness } from './door.ts';

/** Makes the public door: web pages, JSON API, paper forms, telephone webhooks, health. */
export function createApp(deps: DoorDeps): Hono<DoorEnv> {
  const https = deps.publicUrl.startsWith('https:');
  const app = new Hono<DoorEnv>();
  app.onError((error, c) => answerRefusal(deps, error, c));
  app.notFound((c) => answerRefusal(deps, new DeskError('not-found', 'not-found'), c));
  app.use(requestLog(deps.log), securityHeaders({ https }));

  // Programs first: what comes before them is all that a request of the API passes through.
  app.route('/', requestsRoute(deps));
  app.route('/', servicesRoute(deps));
  app.route('/', healthRoute(deps));
  app.route('/', serveAssets(assets) as unknown as Hono<DoorEnv>);
  if (deps.phoneRoutes) app.route('/', deps.phoneRoutes as unknown as Hono<DoorEnv>);

  app.use(
    methodNotAllowed<DoorEnv>({
      app,
      onMethodNotAllowed: (c, methods) => {
        c.header('allow', methods.join(', '));
        return answerRefusal(deps, new DeskError('invalid', 'method-not-allowed'), c);
      },
    }),
    chooseLanguage({ https }),
    sameOrigin({ publicUrl: deps.publicUrl }),
  );
  for (const route of [
    homeRoute,
    startRoute,
    draftFormRoute,
    laterRoute,
    resumeRoute,
    questionRoute,
    checkRoute,
    confirmationRoute,
    coverSlipRoute,
    statusRoute,
    appointmentRoute,
    parityRoute,
    paperFormRoute,
  ])
    app.route('/', route(deps));
  return app;
}
