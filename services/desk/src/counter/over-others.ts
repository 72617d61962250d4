import { isDeskError } from '@guichet/kernel';

/** How often what somebody else kept meanwhile is read anew before a change is given up: each time, another change was kept. */
const triesMax = 8;

/**
 * Keeps a change over a request as it stands; where somebody else kept theirs since it was read, over what stands then.
 *
 * Errors: conflict — others keep theirs without end; what the two throw.
 */
export async function overOthers<Standing, Kept>(
  standing: Standing,
  keep: (standing: Standing) => Promise<Kept>,
  readAnew: () => Promise<Standing>,
): Promise<Kept> {
  let over = standing;
  for (let tries = 1; ; tries += 1) {
    try {
      return await keep(over);
    } catch (error) {
      if (!isDeskError(error) || error.publicKey !== 'answers-changed' || tries === triesMax) throw error;
      over = await readAnew();
    }
  }
}
