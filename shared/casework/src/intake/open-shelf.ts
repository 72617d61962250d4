import {
  type Catalogue,
  type CatalogueProblem,
  type LoadedCatalogue,
  type PublishedVersion,
  withPublished,
} from '@guichet/catalogue/load';
import { isDeskError, second } from '@guichet/kernel';
import type { ServiceShelf } from '../context.ts';

export interface OpenShelf {
  shelf: ServiceShelf;
  close(): void;
}

/** Unit: milliseconds. */
const againAfter = 2 * second;

/**
 * Puts the services on offer together from the files and from what was published.
 *
 * Guarantee: with the database away the files alone serve until it is back; each problem is told once.
 * Errors: whatever `read` throws at first, unless the database is away.
 */
export async function openShelf(
  loaded: LoadedCatalogue,
  read: () => Promise<PublishedVersion[]>,
  tell: (problem: CatalogueProblem) => void,
): Promise<OpenShelf> {
  let current: Catalogue = loaded;
  let told = 0;
  let again: NodeJS.Timeout | undefined;
  let isClosed = false;
  const turn = async (): Promise<void> => {
    try {
      current = withPublished(loaded, await read());
    } catch (error) {
      if (!isDeskError(error) || error.code !== 'not-now') throw error;
      if (!isClosed) again = setTimeout(() => void turn(), againAfter);
    }
    // Those of the files come first, so that the ones told are a beginning of the rest.
    for (const problem of current.problems.slice(told)) tell(problem);
    told = current.problems.length;
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
      find: (code, version) => current.find(code, version),
    },
    close: () => {
      isClosed = true;
      clearTimeout(again);
    },
  };
}
