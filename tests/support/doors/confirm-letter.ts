import type { Answers, CompiledService, FormValues } from '@guichet/catalogue';
import { counterScreen } from '@guichet/channels/counter';
import type { Language } from '@guichet/kernel';
import type { Page } from 'playwright-core';
import { eventually } from '../eventually.ts';
import { receiptOn } from './by-counter.ts';

export interface LetterToConfirm {
  service: CompiledService;
  /** What is written on the letter. */
  answers: Answers;
  /** Of the clerk's screen. */
  language: Language;
  today: string;
}

export interface ConfirmedLetter {
  reference: string;
  /** Names of the controls that did not hold what is written on the letter, and were typed over. */
  corrected: string[];
  /** Those among them that the machine did not point out: what it misread, or passed over in silence. */
  misread: string[];
}

/** Unit: milliseconds. A letter of several pages is read on a busy machine. */
const readingMax = 120_000;
const stopsMax = 400;

/**
 * Confirms the letter of a service at the mailroom's station, on a page where a clerk has signed in.
 *
 * Guarantee: by the keyboard alone; the clerk looks at each field and types only where it holds something else.
 */
export async function confirmLetterByKeyboard(
  page: Page,
  deskUrl: string,
  letter: LetterToConfirm,
): Promise<ConfirmedLetter> {
  const { service, answers, language, today } = letter;
  const name = service.definition.name[language];
  await eventually(
    async () => {
      await page.goto(`${deskUrl}/mailroom?lang=${language}`);
      return (await page.locator('[data-row]', { hasText: name }).count()) > 0;
    },
    { withinMs: readingMax, everyMs: 500, what: () => `a letter of ${name}` },
  );
  do await page.keyboard.press('j');
  while (!(await page.locator('[data-row]:focus-within').innerText()).includes(name));
  await Promise.all([page.waitForURL(/\/mailroom\/letters\//), page.keyboard.press('Enter')]);
  await page.locator('.verify-field :focus').waitFor();

  const wanted = counterScreen(service, answers, { language, today }).values;
  const [corrected, misread]: [string[], string[]] = [[], []];
  for (let turn = 0; turn < stopsMax && /\/mailroom\/letters\//.test(page.url()); turn += 1) {
    const at = await eventually(() => focused(page), { what: () => 'the focus to be in a field' });
    if (at.name === '_deposited-on') {
      await Promise.all([page.waitForURL(/made=|check/), page.keyboard.press('Enter')]);
      break;
    }
    // Says that the field just looked at is as written.
    if (at.confirms) await page.keyboard.press('Space');
    else if (at.kind !== 'elsewhere' && (await correct(page, at, wanted))) {
      corrected.push(at.name);
      if (!at.isDoubtful) misread.push(at.name);
    }
    await page.keyboard.press('Tab');
  }
  return { reference: await receiptOn(page), corrected, misread };
}

export interface Focused {
  name: string;
  kind: string;
  value: string;
  labels: Record<string, string>;
  isDoubtful: boolean;
  /** A box that says a person looked, not checked yet. */
  confirms: boolean;
}

/** Looks at the field that has the focus; undefined while what follows is on its way. */
export async function focused(page: Page): Promise<Focused | undefined> {
  return page.evaluate(() => {
    const at = document.activeElement;
    const none = { name: '', value: '', labels: {}, isDoubtful: false, confirms: false };
    // What the keyboard passes on its way: links to pictures, buttons, what is folded.
    if (at?.matches('main :is(a, button, summary)')) return { ...none, kind: 'elsewhere' };
    const isField =
      at instanceof HTMLInputElement || at instanceof HTMLSelectElement || at instanceof HTMLTextAreaElement;
    if (!isField || at.name === '') return undefined;
    if (at instanceof HTMLInputElement && at.matches('[data-confirms]'))
      return { ...none, kind: 'confirms', name: at.name, confirms: !at.checked };
    const kind = at instanceof HTMLInputElement ? at.type : at.localName;
    const labels = at instanceof HTMLSelectElement ? [...at.options].map((one) => [one.value, one.text]) : [];
    const isDoubtful = at.closest('.verify-doubtful') !== null;
    return { ...none, name: at.name, kind, value: at.value, labels: Object.fromEntries(labels), isDoubtful };
  });
}

/** Types what is written on the letter where the field holds something else. */
export async function correct(page: Page, at: Focused, wanted: FormValues): Promise<boolean> {
  const text = String(wanted[at.name] ?? '');
  if (at.kind === 'file' || at.kind === 'confirms' || at.value === text) return false;
  if (at.kind === 'radio') {
    for (let now = at.value; now !== text; now = (await focused(page))?.value ?? text)
      await page.keyboard.press('ArrowDown');
  } else if (at.kind.startsWith('select')) {
    // Parts of an address come filled in: no value is no wish.
    if (text === '') return false;
    await page.keyboard.type(at.labels[text] ?? text);
  } else {
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await page.keyboard.type(text);
  }
  return true;
}
