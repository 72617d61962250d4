import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Env, Hono } from 'hono';

/** Unit: milliseconds; bytes. A person on a slow line may take minutes to send a photo; headers come at once. */
const limits = {
  headersTimeout: 15_000,
  requestTimeout: 300_000,
  keepAliveTimeout: 65_000,
  maxHeaderSize: 16 * 1024,
};

/** Unit: milliseconds, for requests under way when the door closes. */
const closingMax = 5_000;

/** Opens the door on a port (0 takes a free one); closing lets requests under way be answered first. */
export async function listen<E extends Env>(
  app: Hono<E>,
  port: number,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions: limits }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), closingMax).unref();
      }),
  };
}
