import { setImmediate } from 'node:timers/promises';
import type { FormCandidate } from '@guichet/casework';
import {
  bestOf,
  currentLayout,
  findByLayout,
  greyOf,
  printSizes,
  type ReadPage,
  seeForm,
} from '@guichet/channels/mail';
import { languages } from '@guichet/kernel';
import type { MailroomContext } from './mailroom-context.ts';

/** A letter without a form may be long; a form whose code is lost is seen on its first pages. */
const pagesLookedMax = 3;

/**
 * Finds the pages of our forms that a letter without a readable code looks like, by its corner marks and the frames printed
 * on it: proposals for the person who classifies it.
 *
 * Guarantee: never an identity; other work has its turn between two services.
 */
export async function findCandidates(
  pages: readonly Pick<ReadPage, 'code' | 'blank' | 'width' | 'picture'>[],
  services: MailroomContext['catalogue']['services'],
): Promise<FormCandidate[]> {
  const looked = pages.filter(({ code, blank, width }) => code === undefined && !blank && width > 0);
  for (const { picture } of looked.slice(0, pagesLookedMax)) {
    const seen = seeForm(await greyOf(await picture()));
    if (seen === undefined) continue;
    const { name: paper } = seen.paper;
    const found: FormCandidate[] = [];
    for (const service of services) {
      const layouts = languages.flatMap((language) =>
        printSizes.map((print) => currentLayout(service, { language, paper, print })),
      );
      found.push(...findByLayout(seen, layouts));
      await setImmediate();
    }
    if (found.length > 0) return bestOf(found);
  }
  return [];
}
