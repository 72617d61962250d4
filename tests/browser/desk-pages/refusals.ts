import type { Page } from 'playwright-core';
import type { Furnished } from './furnish-desk.ts';

/** A form that the desk refuses as it is sent. */
export interface Refusal {
  /** Where the form stands. */
  at: string;
  /** Where it posts. */
  action: string;
  fields?: Readonly<Record<string, string>>;
}

/** Lists forms of the desk that are refused: at least one a part of it. */
export function refusals({ held, printBatch, letter, addresses }: Furnished): Refusal[] {
  const first = (route: string) => addresses[route]?.[0] ?? '';
  const personal = addresses['/cases/:reference']?.at(-1) ?? '';
  const onCase = (act: string, fields: Record<string, string> = {}) => ({
    at: held,
    action: `${held}/${act}`,
    fields,
  });
  const itself = (at: string, fields: Record<string, string> = {}) => ({ at, action: at, fields });
  return [
    onCase('closure'),
    onCase('pause'),
    onCase('notes'),
    onCase('contacts'),
    onCase('tasks'),
    onCase('links', { other: '12' }),
    onCase('transfer'),
    onCase('reply', { step: 'preview', words: '' }),
    { at: personal, action: `${personal}/revelation`, fields: { purpose: 'x' } },
    { at: `${held}/address`, action: `${held}/address`, fields: { name: '' } },
    { at: '/search', action: '/search', fields: { words: 'x' } },
    { at: '/account', action: '/account/password', fields: { current: 'a', wanted: 'b', again: 'c' } },
    { at: '/keys', action: '/keys', fields: { play: 'F2', back: 'F2', 'letter-down': 'k' } },
    itself(first('/counter/:service/:nonce')),
    itself(first('/counter/resumed/:nonce')),
    { at: '/counter', action: '/counter/resume', fields: { number: '1', code: '1' } },
    itself(letter),
    itself(first('/mailroom/checks/:id')),
    { at: '/mailroom', action: '/mailroom/found', fields: { words: '' } },
    { at: printBatch, action: `${printBatch}/handover`, fields: { count: '9' } },
    { at: '/print/returned', action: '/print/returned', fields: { code: 'NON' } },
    itself(first('/supervisor/templates/:id')),
    { at: '/supervisor/counters', action: '/supervisor/counters', fields: { name: '' } },
    { at: '/supervisor/webhooks', action: '/supervisor/webhooks', fields: { url: 'x' } },
    { at: '/supervisor/staff', action: '/supervisor/staff', fields: { signIn: '' } },
  ];
}

/** Sends a form past the browser's own checks, as one without them would, and waits for the answer. Tells whether it was refused. */
export async function sendForm(page: Page, { action, fields = {} }: Refusal): Promise<boolean> {
  const answered = page.waitForResponse(
    (response) => response.request().isNavigationRequest() && response.request().method() === 'POST',
  );
  const sent = page.evaluate(
    ({ action, fields }) => {
      const form = [...document.forms].find((one) => one.getAttribute('action') === action);
      if (!form) throw new Error(`no form posts to ${action}`);
      for (const [name, value] of Object.entries(fields)) {
        const control = form.querySelector<HTMLInputElement>(`[name="${name}"]:not([type="radio"])`);
        if (control && control.localName !== 'button') control.value = value;
        else form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
      }
      HTMLFormElement.prototype.submit.call(form);
    },
    { action, fields },
  );
  // A form that is shown again at its address is loaded once more.
  const [answer] = await Promise.all([answered, page.waitForEvent('load'), sent]);
  return answer.status() >= 400 || new URL(page.url()).searchParams.has('check');
}
