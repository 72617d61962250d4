import { setImmediate } from 'node:timers/promises';
import type { FormCandidate } from '@guichet/casework';
import {
  bestOf,
  currentLayout,
  findByLayout,
  greyOf,
  likenessMin,
  printSizes,
  type ReadPage,
  seeForm,
} from '@guichet/channels/mail';
import { foldWord, languages } from '@guichet/kernel';
import type { MailroomContext } from './mailroom-context.ts';

/** A letter without a form may be long; a form whose code is lost is seen on its first pages. */
const pagesLookedMax = 3;
/** Of what a page that looks quite alike and bears the whole name is worth. */
const numberWorth = 0.5;
/** Share of the words of a name that make it the name. */
const namedMin = 0.8;

/**
 * Finds the pages of our forms that a letter without a readable code looks like, by its corner marks, the frames printed on it and
 * the name of the service that stands on each of its pages: proposals for the person who classifies it.
 *
 * Shape: `texts` as read on the pages, in their order
 * Guarantee: never an identity; other work has its turn between two services.
 */
export async function findCandidates(
  pages: readonly Pick<ReadPage, 'code' | 'blank' | 'width' | 'picture'>[],
  services: MailroomContext['catalogue']['services'],
  texts: readonly string[],
): Promise<FormCandidate[]> {
  const looked = pages
    .map((page, at) => ({ ...page, text: texts[at] ?? '' }))
    .filter(({ code, blank, width }) => code === undefined && !blank && width > 0);
  for (const { picture, text } of looked.slice(0, pagesLookedMax)) {
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
    const best = bestBeside(text, found, services);
    if (best.length > 0) return best;
  }
  return [];
}

/** Frames alike are of two languages, or of two services that ask the same: the name above them and the number of the page are of one. */
function bestBeside(
  text: string,
  found: readonly FormCandidate[],
  services: MailroomContext['catalogue']['services'],
): FormCandidate[] {
  const said = wordsOf(text);
  const [, number] = /\bpage\s+(\d+)/iu.exec(text) ?? [];
  const names = new Map(services.map(({ definition }) => [definition.code, definition.name]));
  const named = ({ service, language }: FormCandidate): number => {
    const name = [...wordsOf(names.get(service)?.[language] ?? '')];
    return name.filter((word) => said.has(word)).length / Math.max(1, name.length);
  };
  // A page with hardly a frame on it is known by its name alone.
  const likely = found.filter((one) => one.likeness >= likenessMin || named(one) >= namedMin);
  return bestOf(likely, (one) => one.likeness + named(one) + (Number(number) === one.page ? numberWorth : 0));
}

function wordsOf(text: string): Set<string> {
  return new Set((text.match(/[\p{L}\d]{3,}/gu) ?? []).map(foldWord));
}
