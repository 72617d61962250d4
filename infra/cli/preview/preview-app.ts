import { readFileSync } from 'node:fs';
import { type Answers, type CompiledService, formValues, readFormAnswer } from '@guichet/catalogue';
import { formPdf, newSerial, pageSigner } from '@guichet/channels/mail';
import { languageOr } from '@guichet/kernel';
import { assets } from '@guichet/pages';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { keepCatalogue } from './keep-catalogue.ts';
import { phoneRoutes } from './phone/phone-routes.tsx';
import { counterPage, previewPage } from './preview-page.tsx';

export interface PreviewOptions {
  dir: string;
  /** ISO day. */
  today(): string;
  /** Calls back whenever a definition is saved, until the signal ends it. */
  onSave(tell: () => void, signal: AbortSignal): void;
}

const sheets = assets.map(({ path }) => path).filter((path) => path.endsWith('.css'));

/** What the preview adds to the pages' own files, by the path it is served at. */
const ownFiles = [
  ['/preview.css', 'preview.css'],
  ['/preview.js', 'preview.js'],
  ['/phone.css', 'phone/phone.css'],
  ['/phone.js', 'phone/phone.js'],
] as const;

const own = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/**
 * Makes the preview of a catalogue's services: web, phone, paper and counter side by side, and a telephone to try them on.
 *
 * Guarantee: shows the folder as it is at each page, and the problems of files that can't be served.
 */
export function previewApp({ dir, today, onSave }: PreviewOptions): Hono {
  const app = new Hono();
  const catalogueNow = keepCatalogue(dir);
  const find = (code: string | undefined) => {
    const catalogue = catalogueNow();
    return { catalogue, service: catalogue.find(code ?? '') ?? catalogue.services[0] };
  };
  app.get('/', (c) => {
    const language = languageOr(c.req.query('lang') ?? 'fr');
    const { catalogue, service } = find(c.req.query('code'));
    const answers = service ? readTyped(service, c.req.queries(), today()) : {};
    const values = Object.assign(
      {},
      ...(service?.questions ?? []).map((question) => formValues(question, answers[question.key], language)),
    );
    const page = previewPage({
      services: catalogue.services,
      problems: catalogue.problems,
      ...(service ? { service } : {}),
      answers,
      values,
      language,
      today: today(),
      assetPaths: sheets,
      query: new URL(c.req.url).search.slice(1),
    });
    return c.html(page);
  });
  app.get('/counter', (c) => {
    const { service } = find(c.req.query('code'));
    if (!service) return c.notFound();
    const language = languageOr(c.req.query('lang') ?? 'fr');
    const answers = readTyped(service, c.req.queries(), today());
    return c.html(counterPage(service, answers, { language, today: today(), assetPaths: sheets }));
  });
  app.get('/form.pdf', async (c) => {
    const { service } = find(c.req.query('code'));
    if (!service) return c.notFound();
    const pdf = await formPdf(service, languageOr(c.req.query('lang') ?? 'fr'), {
      organisation: 'Aperçu · Preview',
      returnAddress: ['1, rue de l’Essai', 'Québec (Québec)  G1R 4S9'],
      serial: newSerial(),
      // A preview is no form: no key of a desk signs it, and no desk reads it.
      sign: pageSigner(Buffer.alloc(32)),
    });
    return c.body(new Uint8Array(pdf), 200, { 'content-type': 'application/pdf' });
  });
  app.get('/events', (c) =>
    streamSSE(c, async (stream) => {
      const ended = new AbortController();
      stream.onAbort(() => ended.abort());
      onSave(() => void stream.writeSSE({ event: 'saved', data: '' }), ended.signal);
      while (!ended.signal.aborted) {
        await stream.sleep(15_000);
        await stream.writeSSE({ event: 'here', data: '' });
      }
    }),
  );
  app.route('/phone', phoneRoutes({ catalogue: catalogueNow, today }));
  for (const [path, file] of ownFiles) {
    const type = path.endsWith('.css') ? 'text/css' : 'text/javascript';
    app.get(path, (c) => c.body(own(file), 200, { 'content-type': `${type}; charset=utf-8` }));
  }
  for (const { path, body, contentType } of assets) {
    app.get(path, (c) =>
      c.body(typeof body === 'string' ? body : new Uint8Array(body), 200, { 'content-type': contentType }),
    );
  }
  return app;
}

/** What is typed wrong is shown empty: a preview judges definitions, not answers. */
function readTyped(service: CompiledService, form: Record<string, string[]>, today: string): Answers {
  const answers: Answers = {};
  for (const question of service.questions) {
    const raw = readFormAnswer(question, form);
    if (raw === undefined) continue;
    const read = service.parseAnswer(question, raw, { today, answers });
    if (read.ok && read.value !== undefined) answers[question.key] = read.value;
  }
  return service.prune(answers);
}
