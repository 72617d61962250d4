import type { Hono } from 'hono';
import { attribute, type HtmlElement, htmlElements, textOf } from '../../../../../tests/support/html.ts';

/** What a page of the trial telephone shows. */
export interface TrialView {
  status: number;
  html: string;
  said: string;
  waits: string;
  /** What stood in the way or happened outside of the call; not what there is to look at in its prompts. */
  notices: string[];
  at: string;
  presses: number;
  turns: number;
}

/** Visits the trial telephone as a browser without JavaScript does: through the forms that its pages hold. */
export class TrialVisitor {
  readonly #app: Hono;
  #path = '';
  #page = '';
  #status = 0;

  constructor(app: Hono) {
    this.#app = app;
  }

  async open(path: string): Promise<this> {
    return this.#follow(await this.#app.request(path), path);
  }

  /** Sends the form of the page that holds this name and value, as its button would. */
  async send(name: string, value: string, typed: Record<string, string> = {}): Promise<this> {
    const forms = htmlElements(this.#page).filter(({ tagName }) => tagName === 'form');
    const form = forms.find((one) => within(one).some((inner) => holds(inner, name, value)));
    if (!form) throw new Error(`no form with ${name}=${value} on ${this.#path}`);
    const body = new URLSearchParams({ ...postedIn(form), ...typed, [name]: value });
    const action = attribute(form, 'action') ?? this.#path;
    return this.#follow(await this.#app.request(action, { method: 'POST', body }), action);
  }

  /** Plays acts in short: keys one by one · `r` records · `s` is silent · anything else is said. */
  async play(...acts: string[]): Promise<this> {
    for (const act of acts) {
      if (/^[0-9*#]+$/.test(act)) for (const key of act) await this.send('key', key);
      else if (act === 'r') await this.send('act', 'record', { seconds: '4' });
      else if (act === 's') await this.send('act', 'silence');
      else await this.send('act', 'speak', { text: act });
    }
    return this;
  }

  get path(): string {
    return this.#path;
  }

  get view(): TrialView {
    const elements = htmlElements(this.#page);
    const warned = elements.filter((one) => attribute(one, 'data-part') === 'warnings').flatMap(within);
    const byId = (id: string) => {
      const found = elements.find((element) => attribute(element, 'id') === id);
      return found ? textOf(found).replace(/\s+/g, ' ').trim() : '';
    };
    return {
      status: this.#status,
      html: this.#page,
      said: byId('said'),
      waits: byId('waits'),
      notices: elements
        .filter((one) => attribute(one, 'class') === 'notice-title' && !warned.includes(one))
        .map(textOf),
      at: byId('at'),
      presses: Number(byId('count-presses')),
      turns: Number(byId('count-turns')),
    };
  }

  async #follow(response: Response, path: string): Promise<this> {
    const to = response.status === 303 ? response.headers.get('location') : undefined;
    if (to) return this.open(to.replace(/#.*$/, ''));
    this.#path = path;
    this.#status = response.status;
    this.#page = await response.text();
    return this;
  }
}

function within(element: HtmlElement): HtmlElement[] {
  return element.childNodes.flatMap((node) => ('tagName' in node ? [node, ...within(node)] : []));
}

function holds(element: HtmlElement, name: string, value: string): boolean {
  return attribute(element, 'name') === name && attribute(element, 'value') === value;
}

/** What a browser posts of a form of this page whatever its button. */
function postedIn(form: HtmlElement): Record<string, string> {
  const inputs = within(form).filter(
    (one) =>
      one.tagName === 'input' && attribute(one, 'type') !== 'checkbox' && attribute(one, 'type') !== 'radio',
  );
  return Object.fromEntries(
    inputs.map((one) => [attribute(one, 'name') ?? '', attribute(one, 'value') ?? '']),
  );
}
