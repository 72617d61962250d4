import { languageOr } from '@guichet/kernel';
import type { LoadedCatalogue } from '@guichet/catalogue/load';
import { type Context, Hono } from 'hono';
import { readAct } from './act.ts';
import { callPage } from './call-page.tsx';
import { demoAddressIndex } from './demo-address-index.ts';
import { keepTrials } from './keep-trials.ts';
import { phoneWords } from './phone-words.ts';
import { refreshTrial, restartTrial } from './refresh-trial.ts';
import { startPage } from './start-page.tsx';
import { startTrial } from './start-trial.ts';
import { takeAct } from './take-act.ts';
import type { Trial, TrialKnown } from './trial.ts';
import { readTrialSettings } from './trial-settings.ts';

export interface PhoneRoutesOptions {
  catalogue(): LoadedCatalogue;
  /** ISO day. */
  today(): string;
}

/** Nothing inline may run or style. */
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * Serves the trial telephone: calls played on the definitions as they are in their files.
 *
 * Guarantee: works without JavaScript; a call is kept in this process's memory alone; an act on a page that is out of date
 *   changes nothing.
 */
export function phoneRoutes({ catalogue, today }: PhoneRoutesOptions): Hono {
  const app = new Hono();
  const trials = keepTrials();
  const known = async (): Promise<TrialKnown> => ({
    services: catalogue().services,
    today: today(),
    addresses: await demoAddressIndex(),
  });
  app.use('*', async (c, next) => {
    await next();
    c.header('content-security-policy', policy);
  });
  app.get('/', (c) => {
    const language = pageLanguage(c);
    const { services } = catalogue();
    const service = c.req.query('service') ?? services[0]?.definition.code ?? '';
    const settings = readTrialSettings({ service, language });
    return c.html(startPage({ language, services, settings }));
  });
  app.post('/calls', async (c) => {
    const language = pageLanguage(c);
    const settings = readTrialSettings(await c.req.parseBody());
    const trial = startTrial(settings, await known());
    if (trial) return c.redirect(pathOf(trials.open(trial), language), 303);
    const { services } = catalogue();
    const isThere = services.some(({ definition }) => definition.code === settings.service);
    const problem = isThere ? {} : { problem: phoneWords[language].noSuchService };
    return c.html(startPage({ language, services, settings, ...problem }), 422);
  });
  app.get('/calls/:id', async (c) => {
    const surroundings = await known();
    const [id, trial] = kept(c);
    if (!trial) return lost(c);
    const refreshed = refreshTrial(trial, surroundings);
    if (refreshed.kind === 'gone') return c.html(gonePage(c, id, trial));
    const now = refreshed.kind === 'restarted' ? noticed(refreshed.trial, 'restarted') : refreshed.trial;
    trials.put(id, now);
    return c.html(callPage({ id, trial: now, language: pageLanguage(c) }));
  });
  app.post('/calls/:id', async (c) => {
    const language = pageLanguage(c);
    const form = await c.req.parseBody();
    const surroundings = await known();
    // From here to the call put back nothing is waited for: of two copies of an act the second comes too late.
    const [id, trial] = kept(c);
    if (!trial) return lost(c);
    const refreshed = refreshTrial(trial, surroundings);
    if (refreshed.kind === 'gone') return c.html(gonePage(c, id, trial), 409);
    const here = pathOf(id, language);
    if (refreshed.kind === 'restarted') {
      trials.put(id, noticed(refreshed.trial, 'restarted'));
      return c.redirect(here, 303);
    }
    const { trial: now } = refreshed;
    if (form['at'] !== String(now.acts)) {
      trials.put(id, noticed(now, 'stale'));
      return c.redirect(here, 303);
    }
    if (form['act'] === 'restart') {
      const restarted = restartTrial(now, surroundings);
      if (restarted.kind !== 'gone') trials.put(id, restarted.trial);
      return c.redirect(here, 303);
    }
    const act = readAct(form);
    if (!act) {
      const notice = phoneWords[language].notices.unread;
      return c.html(callPage({ id, trial: now, language, notice }), 422);
    }
    trials.put(id, takeAct(now, act, surroundings));
    return c.redirect(here, 303);
  });

  function kept(c: Context): [id: string, trial: Trial | undefined] {
    const id = c.req.param('id') ?? '';
    return [id, trials.find(id)];
  }

  function lost(c: Context) {
    const language = pageLanguage(c);
    const { services } = catalogue();
    const settings = readTrialSettings({ service: services[0]?.definition.code, language });
    return c.html(startPage({ language, services, settings, problem: phoneWords[language].lost }), 404);
  }

  function gonePage(c: Context, id: string, trial: Trial) {
    const language = pageLanguage(c);
    const faults = catalogue().problems.map(
      ({ file, line, column, message }) => `${file}:${line}:${column} ${message[language]}`,
    );
    return callPage({ id, trial, language, notice: [phoneWords[language].gone, ...faults].join(' ') });
  }

  return app;
}

function pageLanguage(c: Context) {
  return languageOr(c.req.query('lang') ?? 'fr');
}

function pathOf(id: string, language: string): string {
  return `/phone/calls/${id}?lang=${language}#now`;
}

function noticed(trial: Trial, notice: NonNullable<Trial['notice']>): Trial {
  return { ...trial, notice };
}
