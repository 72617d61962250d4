import { batchBytesMax } from '@guichet/casework';
import { DeskError } from '@guichet/kernel';
import { assets } from '@guichet/pages';
import { bodyLimit, requestLog, sameOrigin, securityHeaders, serveAssets } from '@guichet/platform/http';
import { Hono } from 'hono';
import { apiRefusal, descriptionAt, isApi } from './api/api-refusal.ts';
import { apiDescription, apiRoutes } from './api/api-routes.ts';
import { appointmentsRoutes } from './appointments/appointments-routes.tsx';
import { calendarRoutes } from './appointments/calendar-routes.ts';
import { caseAppointmentRoutes } from './appointments/case-appointment-routes.tsx';
import { hoursRoutes } from './appointments/hours-routes.tsx';
import { callRoutes } from './calls/call-routes.tsx';
import { addressRoutes } from './cases/address-routes.tsx';
import { caseRoutes } from './cases/case-routes.tsx';
import { counterRoutes } from './counter/counter-routes.tsx';
import { counterWorker, keptAssets } from './counter/kept/kept-assets.ts';
import { evidenceRoutes } from './evidence/evidence-routes.ts';
import { pieceRoutes } from './evidence/piece-routes.tsx';
import { chooseLanguage } from './frame/choose-language.ts';
import { deskAssets } from './frame/desk-assets.ts';
import type { DeskDeps, DeskEnv } from './frame/desk-env.ts';
import { errorAnswer, errorPage } from './frame/error-answer.tsx';
import { healthRoutes } from './frame/health-routes.ts';
import { goRoutes } from './go/go-routes.tsx';
import { keysRoutes } from './keys/keys-routes.tsx';
import { lineRoutes } from './line/line-routes.tsx';
import { mailroomRoutes } from './mailroom/mailroom-routes.tsx';
import { nextRoutes } from './next/next-routes.tsx';
import { accountRoutes } from './people/account-routes.tsx';
import { staffRoutes } from './people/staff-routes.tsx';
import { teamRoutes } from './people/team-routes.tsx';
import { pickupRoutes } from './pickup/pickup-routes.tsx';
import { printRoutes } from './print/print-routes.tsx';
import { queueRoutes } from './queue/queue-routes.tsx';
import { searchRoutes } from './queue/search-routes.tsx';
import { gate } from './session/gate.tsx';
import { readForm } from './session/read-form.ts';
import { readSession } from './session/read-session.ts';
import { sessionRoutes } from './session/session-routes.tsx';
import { boardRoutes } from './supervisor/board/board-routes.tsx';
import { countersRoutes } from './supervisor/counters-routes.tsx';
import { publicationRoutes } from './supervisor/publication-routes.ts';
import { supervisorRoutes } from './supervisor/supervisor-routes.tsx';
import { webhookRoutes } from './supervisor/webhooks/webhook-routes.tsx';
import { templateRoutes } from './supervisor/templates/template-routes.tsx';
import { tasksRoutes } from './tasks/tasks-routes.tsx';

export type { DeskDeps } from './frame/desk-env.ts';

/** Unit: bytes. A form with its words and a few scans from the counter. */
const formBytesMax = 40 * 1024 * 1024;

const scanPaths = new Set(['/mailroom/batches', '/print/returned/scans']);

/** Makes the desk: the staff's door, of which every page works without scripts. */
export function createApp(deps: DeskDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const page = errorAnswer(deps.log);
  app.onError((error, c) => (isApi(c) ? apiRefusal(deps.log, error, c) : page(error, c)));
  app.use(
    requestLog(deps.log),
    securityHeaders(deps),
    sameOrigin(deps.deskUrl === undefined ? {} : { publicUrl: deps.deskUrl }),
  );
  app.route('/', serveAssets([...assets, ...deskAssets, ...keptAssets]));
  app.get(counterWorker.path, (c) =>
    c.body(counterWorker.body, 200, { 'content-type': counterWorker.contentType }),
  );
  app.route('/', healthRoutes(deps));
  // A calendar program signs in nowhere.
  app.route('/', calendarRoutes(deps));
  // Nor does a program: it shows a key.
  const describe = apiDescription(deps);
  app.route('/', apiRoutes(deps, describe));

  app.use(readSession(deps), chooseLanguage(deps));
  const [forms, batches] = [bodyLimit(formBytesMax), bodyLimit(batchBytesMax)];
  app.use((c, next) => (scanPaths.has(c.req.path) ? batches(c, next) : forms(c, next)));
  app.use(gate(), readForm());
  app.notFound((c) => errorPage(c, new DeskError('not-found', 'not-found'), 404));
  app.get(descriptionAt, describe);
  app.route('/', sessionRoutes(deps));
  app.route('/', queueRoutes(deps));
  app.route('/', searchRoutes());
  app.route('/', callRoutes(deps));
  app.route('/', caseRoutes(deps));
  app.route('/', addressRoutes());
  app.route('/', appointmentsRoutes());
  app.route('/', hoursRoutes(deps));
  app.route('/', caseAppointmentRoutes());
  app.route('/', counterRoutes(deps));
  app.route('/', mailroomRoutes(deps));
  app.route('/', tasksRoutes(deps));
  app.route('/', printRoutes());
  app.route('/', pickupRoutes());
  app.route('/', supervisorRoutes());
  app.route('/', boardRoutes());
  app.route('/', countersRoutes(deps));
  app.route('/', nextRoutes());
  app.route('/', staffRoutes());
  app.route('/', teamRoutes());
  app.route('/', accountRoutes(deps));
  app.route('/', publicationRoutes());
  app.route('/', templateRoutes());
  app.route('/', webhookRoutes(deps));
  app.route('/', lineRoutes());
  app.route('/', evidenceRoutes());
  app.route('/', pieceRoutes());
  app.route('/', goRoutes());
  app.route('/', keysRoutes(deps));
  return app;
}
