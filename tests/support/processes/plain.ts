import { createServer } from 'node:http';
import { runProcess } from '@guichet/platform';

/** A process with nothing to do: a door that says 'open', for tests of what keeps processes running. */
await runProcess('plain', async (scope) => {
  const server = createServer((_, response) => response.end('open'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  scope.onClose(() => new Promise((resolve) => server.close(resolve)));
});
