import { as, openDesk } from '@guichet/casework';
import type { TestDesk } from '../support/test-desk.ts';
import { type BenchServers, catalogueDir } from './bench-servers.ts';

/** Opens the contexts of people at each door of the bench's servers, on one pool. */
export async function openPublic(
  servers: BenchServers,
): Promise<Pick<TestDesk, 'public'> & { close(): Promise<void> }> {
  const desk = await openDesk({
    ...servers,
    catalogueDir,
    name: 'bench-people',
    actor: { kind: 'public', channel: 'web' },
  });
  return {
    public: (channel) => as(desk.ctx, { kind: 'public', channel }),
    close: () => desk.close(),
  };
}
