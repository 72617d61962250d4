import {
  type Catalogue,
  type CatalogueProblem,
  type LoadedCatalogue,
  type PublishedState,
  withPublished,
} from '@guichet/catalogue/load';
import { isDeskError, second } from '@guichet/kernel';
import type { ServiceShelf } from '../context.ts';
import type { PublishedReader } from './published-reader.ts';

export interface OpenShelf {
  shelf: ServiceShelf;
  close(): void;
}

/** Unit: milliseconds. A service published at the desk is on offer at every door this much later at most. */
const [awayFor, freshFor] = [2 * second, 10 * second];

/**
 * Puts the services on offer together from the files and from what was published, and keeps them so as days and publications pass.
 *
 * Guarantee: with the database away what was known serves until it is back, at first the files alone; each problem is told once.
 * Errors: whatever the reader throws at first, unless the database is away.
 */
export async function openShelf(
  loaded: LoadedCatalogue,
  published: PublishedReader,
  today: () => string,
  tell: (problem: CatalogueProblem) => void,
): Promise<OpenShelf> {
  let current: Catalogue = loaded;
  let seen = '';
  let again: NodeJS.Timeout | undefined;
  let isClosed = false;
  const told = new Set<string>();
  const turn = async (): Promise<void> => {
    let next = freshFor;
    try {
      const day = today();
      const stamp = stampOf(await published.states(), day);
      if (stamp !== seen) current = withPublished(loaded, await published.versions(), day);
      seen = stamp;
    } catch (error) {
      if (!isDeskError(error) || error.code !== 'not-now') throw error;
      next = awayFor;
    }
    for (const problem of current.problems) {
      const { file, line, column, key, message } = problem;
      const once = [file, line, column, key, message.fr].join('\n');
      if (!told.has(once)) tell(problem);
      told.add(once);
    }
    // A later fault other than an absent database is told by the verbs that meet it; what was known goes on serving.
    clearTimeout(again);
    if (!isClosed) again = setTimeout(() => void turn().catch(() => {}), next).unref();
  };
  await turn();
  return {
    shelf: {
      get services() {
        return current.services;
      },
      get problems() {
        return current.problems;
      },
      get standIns() {
        return current.standIns;
      },
      get drafts() {
        return current.drafts;
      },
      find: (code, version) => current.find(code, version),
      refresh: async () => {
        clearTimeout(again);
        await turn();
      },
    },
    close: () => {
      isClosed = true;
      clearTimeout(again);
    },
  };
}

/** Definitions never change once published: they are read and compiled again only when one came, went or has its day. */
function stampOf(published: readonly PublishedState[], day: string): string {
  return [
    day,
    ...published.map(
      ({ code, version, effectiveOn, retiredOn }) => `${code}@${version} ${effectiveOn} ${retiredOn}`,
    ),
  ].join('\n');
}
