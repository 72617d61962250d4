/** A browser without scripts in front of the desk: keeps cookies, follows redirects, sends forms as pages draw them. */
export interface DeskVisitor {
  /** Opens a page, following redirects. */
  get(path: string): Promise<Page>;
  /** Sends the form of the last page that posts to `action`, with its hidden controls and these texts or files. */
  send(action: string, fields?: Fields): Promise<Page>;
  /** Sends any form, as another page would. */
  post(path: string, fields: Fields, headers?: Record<string, string>): Promise<Page>;
  signIn(name: string, password: string): Promise<Page>;
  cookies: Map<string, string>;
}

export type Fields = Record<string, string | string[] | File>;

export interface Page {
  status: number;
  /** Where the redirects ended. */
  path: string;
  html: string;
  headers: Headers;
}

interface App {
  request(path: string, init?: RequestInit): Response | Promise<Response>;
}

const redirectsMax = 5;

/** Opens a browser without scripts on a desk. */
export function visit(app: App, origin = 'http://desk.example'): DeskVisitor {
  const cookies = new Map<string, string>();
  let last: Page = { status: 0, path: '', html: '', headers: new Headers() };

  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('host', new URL(origin).host);
    if (cookies.size > 0)
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await app.request(`${origin}${path}`, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };

  const go = async (path: string, init: RequestInit = {}): Promise<Page> => {
    let [at, answer] = [path, await ask(path, init)];
    for (let hops = 0; answer.status === 303 && hops < redirectsMax; hops += 1) {
      at = answer.headers.get('location') ?? '/';
      answer = await ask(at, {});
    }
    last = { status: answer.status, path: at, html: await answer.text(), headers: answer.headers };
    return last;
  };

  const visitor: DeskVisitor = {
    cookies,
    get: (path) => go(path),
    send: (action, fields = {}) => {
      const form = formOf(last.html, action);
      if (form === undefined) throw new Error(`no form posts to ${action} on ${last.path}`);
      return visitor.post(action, { ...hiddenOf(form), ...fields });
    },
    post: (path, fields, headers = { 'sec-fetch-site': 'same-origin' }) =>
      go(path, { method: 'POST', headers, body: bodyOf(fields) }),
    signIn: async (signIn, password) => {
      await visitor.get('/sign-in');
      return visitor.send('/session', { signIn, password });
    },
  };
  return visitor;
}

function formOf(html: string, action: string): string | undefined {
  return html
    .split('<form ')
    .slice(1)
    .find((form) => form.includes(`action="${action}"`))
    ?.split('</form>')[0];
}

function hiddenOf(form: string): Record<string, string> {
  const found = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]));
}

function bodyOf(fields: Fields): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [value]) body.append(name, one);
  }
  return body;
}
