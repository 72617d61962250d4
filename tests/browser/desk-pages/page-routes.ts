import type { Hono } from 'hono';
import type { DeskEnv } from '../../../services/desk/src/frame/desk-env.ts';

/** What a GET answers that is no page: streams, files, health, and what only leads elsewhere. */
const notPages: readonly RegExp[] = [
  /^\/(healthz|readyz)$/,
  /^\/(static|api)\//,
  /\/(changes|lookers|picture|kept-requests)$/,
  /^\/supervisor\/board\/tables\/:file$/,
  /\.(pdf|csv|json|js|webmanifest)$/,
  /^\/calendar\/:file$/,
  /^\/evidence\/:id$/,
];

/** Lists the pages of the desk as its routes have them, each once, in their order. Example: `/cases/:reference/address` */
export function pageRoutes(app: Hono<DeskEnv>): string[] {
  const paths = app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path);
  return [...new Set(paths)].filter((path) => !notPages.some((pattern) => pattern.test(path)));
}
