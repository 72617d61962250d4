import { html } from 'hono/html';
import type { Child } from 'hono/jsx';

/** Turns a layout into a whole document, with its doctype. */
export function document(page: Child) {
  return html`<!doctype html>${page}`;
}
