import type { Page } from 'playwright-core';
import { eventually } from '../support/eventually.ts';

/** Where the keyboard stands on a page. */
export interface FocusStop {
  /** Says which control it is, however often it is drawn anew; radios of one name are one. */
  id: string;
  name: string;
  /** `a`, `button`, `summary`, `select`, `textarea`, or the type of an input. */
  kind: string;
  value: string;
  /** The values of a list, in order. */
  options: string[];
  /** What a link or a button says. */
  text: string;
  /** Where a link leads. */
  href: string;
  /** The question it belongs to. */
  question: string;
  /** How many entries that question shows. */
  entries: number;
  /** It comes after the stop before. */
  follows: boolean;
  /** Its first line shows, and nothing lies over it. */
  shows: boolean;
}

/** Looks where the focus is, once the questions that follow have come; undefined when it is nowhere on the page. */
export async function focusStop(page: Page): Promise<FocusStop | undefined> {
  const found = await eventually(() => look(page), { what: () => 'the questions that follow', everyMs: 5 });
  return found === 'nowhere' ? undefined : found;
}

/** Lists the ids of all that can be used in a page's own part, as stops have them. */
export function controlsOf(page: Page): Promise<string[]> {
  return page
    .locator('main :is(a[href], input:not([type="hidden"]), select, textarea, button, summary)')
    .filter({ visible: true })
    .evaluateAll((all: HTMLElement[]) =>
      all
        .filter((one) => one.tabIndex >= 0)
        .map((one) =>
          one instanceof HTMLInputElement && one.type === 'radio'
            ? one.name
            : one.id || `${one.getAttribute('value') ?? one.getAttribute('href')} ${one.textContent}`,
        ),
    );
}

function look(page: Page): Promise<FocusStop | 'nowhere' | undefined> {
  return page.evaluate((): FocusStop | 'nowhere' | undefined => {
    const at = document.activeElement;
    if (at?.id === 'type-ahead') return undefined;
    if (!(at instanceof HTMLElement) || at === document.body) return 'nowhere';
    const kept = window as { stopBefore?: HTMLElement };
    const before = kept.stopBefore?.isConnected ? kept.stopBefore : at;
    kept.stopBefore = at;
    const isInput = at instanceof HTMLInputElement;
    const isList = at instanceof HTMLSelectElement;
    const isField = isInput || isList || at instanceof HTMLTextAreaElement || at instanceof HTMLButtonElement;
    const question = at.closest<HTMLElement>('[data-question]');
    const box = at.getBoundingClientRect();
    const isLater = (before.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    return {
      id:
        isInput && at.type === 'radio'
          ? at.name
          : at.id || `${at.getAttribute('value') ?? at.getAttribute('href')} ${at.textContent}`,
      name: isField ? at.name : '',
      kind: isInput ? at.type : at.localName,
      value: isField ? at.value : '',
      options: isList ? [...at.options].map((one) => one.value) : [],
      text: at.textContent,
      href: at.getAttribute('href') ?? '',
      question: question?.dataset['question'] ?? '',
      entries: question?.querySelectorAll('.entry').length ?? 0,
      follows: before === at || isLater,
      shows: at.contains(
        document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 20)),
      ),
    };
  });
}
