import { type Answers, csrfName, type FormValues, formValues } from '@guichet/catalogue';
import type { DeskContext } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import type { createApp } from '../src/app.tsx';

type App = ReturnType<typeof createApp>;

/** A page as a person has it before them. */
export interface SeenPage {
  status: number;
  path: string;
  html: string;
  headers: Headers;
}

/** A person with a browser that runs no script: keeps cookies, follows redirections, posts the forms it is shown. */
export class Visitor {
  readonly #app: App;
  readonly #cookies = new Map<string, string>();
  /** Every address asked for, with its query. */
  readonly visited: string[] = [];

  constructor(app: App) {
    this.#app = app;
  }

  cookie(name: string): string | undefined {
    return this.#cookies.get(name);
  }

  get(path: string): Promise<SeenPage> {
    return this.#ask(path, { method: 'GET' });
  }

  /** Posts a form from a page: its hidden token and what was typed. */
  post(
    from: SeenPage,
    values: FormValues | FormData,
    path = from.path,
    more: Record<string, string> = {},
  ): Promise<SeenPage> {
    const token = tokenIn(from.html);
    const body = values instanceof FormData ? values : encoded(values);
    if (token !== undefined) body.set(csrfName, token);
    return this.#ask(path, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin', ...more } });
  }

  /** Opens a file, such as a form to print. */
  async file(path: string): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return this.#app.request(path, { headers: { cookie } });
  }

  async #ask(path: string, init: RequestInit): Promise<SeenPage> {
    this.visited.push(path);
    const headers = new Headers(init.headers);
    headers.set('cookie', [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await this.#app.request(path, { ...init, headers });
    for (const set of answer.headers.getSetCookie()) this.#keep(set);
    const to = answer.headers.get('location');
    if (answer.status === 303 && to) return this.get(to);
    return {
      status: answer.status,
      path: path.split('?')[0] ?? path,
      html: await answer.text(),
      headers: answer.headers,
    };
  }

  #keep(set: string): void {
    const [pair = '', ...attributes] = set.split(';');
    const [name = '', value = ''] = pair.split('=');
    if (attributes.some((attribute) => attribute.trim() === 'Max-Age=0')) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}

function encoded(values: FormValues): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    for (const one of [value].flat()) body.append(name, one);
  return body;
}

/** Finds the hidden token of a page's form. */
export function tokenIn(html: string): string | undefined {
  return new RegExp(`name="${csrfName}" value="([^"]+)"`).exec(html)?.[1];
}

/** Answers every question of a service as it comes, from its start page to the page where answers are checked. */
export async function fillIn(
  visitor: Visitor,
  desk: DeskContext,
  service: string,
  answers: Answers,
  language: Language = 'fr',
): Promise<SeenPage> {
  const compiled = desk.catalogue.find(service);
  const start = await visitor.get(`/services/${service}?lang=${language}`);
  let page = await visitor.post(start, {}, `/services/${service}/requests`);
  for (let pages = 0; page.path !== '/requests'; pages += 1) {
    const key = page.path.split('/').at(-1) ?? '';
    const question = compiled?.question(key);
    if (!question || page.status !== 200 || pages > 60)
      throw new Error(`stuck at ${page.path} (${page.status})`);
    const before = page.path;
    page = await visitor.post(page, formValues(question, answers[key], language));
    if (page.path === before)
      throw new Error(`refused at ${page.path}: ${page.html.match(/error-summary[^]*?<\/ul>/)?.[0] ?? ''}`);
  }
  return page;
}
