/** The last thing begun with each form, by its number. */
const lasts = new Map<string, Promise<unknown>>();

/**
 * Does something with a counter form once all that was begun with it before is done, well or not.
 *
 * Guarantee: of one number, one thing at a time in this process: nothing is written over what another press saved until it is known
 *   whether that press was accepted. Source: decision 0034
 */
export async function inTurn<Done>(number: string, work: () => Promise<Done>): Promise<Done> {
  const done = (lasts.get(number) ?? Promise.resolve()).then(work);
  const settled = done.catch(() => undefined);
  lasts.set(number, settled);
  try {
    return await done;
  } finally {
    if (lasts.get(number) === settled) lasts.delete(number);
  }
}
