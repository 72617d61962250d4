import { openTextReader } from '@guichet/channels/mail';
import { packRows } from '../../derivations/whole-pack.ts';
import type { KindName } from './kinds.ts';
import type { Layout } from './make-page.ts';
import { playPage } from './play-page.ts';
import type { Only } from './read-page.ts';

/** Which pages one process plays: the seeds `from`, `from + step`… up to `to`. */
export interface Part {
  from: number;
  to: number;
  step: number;
  kinds: KindName[];
  service: string | undefined;
  layouts: Layout[];
  only: Only;
  /** The engine reads every nth page whole as well. */
  peerEvery: number;
}

/** Plays its pages and tells its parent of each. */
async function main(): Promise<void> {
  const { from, to, step, kinds, service, layouts, only, peerEvery } = JSON.parse(
    process.argv[2] ?? '{}',
  ) as Part;
  const rows = packRows().filter(({ service: { definition } }) =>
    [undefined, definition.code].includes(service),
  );
  const reader = openTextReader();
  for (let seed = from; seed <= to; seed += step) {
    try {
      const withPeer = seed % peerEvery === 0;
      await tell(await playPage(seed, { rows, kinds, layouts }, reader, { withPeer, only }));
    } catch (error) {
      await tell({ seed, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  }
  await reader.close();
}

function tell(news: object): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(news, (error: Error | null) => (error ? reject(error) : resolve()));
  });
}

await main();
process.disconnect();
