import { entriesName, type FormValues } from '@guichet/catalogue';
import type { Page } from 'playwright-core';
import { type FocusStop, focusStop } from './focus-stop.ts';
import type { Keyboard } from './keyboard.ts';

/** What a walk through a page by Tab came past. */
export interface TabWalk {
  /** Ids of the stops, in order. */
  stops: string[];
  /** Stops before the one that came before them, or out of sight. */
  astray: string[];
}

/** More stops than any screen has: the keyboard is caught somewhere. */
const stopsMax = 400;

/** Goes back to the first stop of the page, and gives the ids of those it came past. Errors: throws when the keyboard never gets there */
export async function goToTop(page: Page, keys: Keyboard): Promise<string[]> {
  const stops: string[] = [];
  for (let turn = 0; turn < stopsMax; turn += 1) {
    await keys.press('Shift+Tab');
    const at = await focusStop(page);
    if (at?.href === '#main') return stops;
    if (at !== undefined) stops.push(at.id);
  }
  throw new Error(`caught on the way back after ${stops.slice(-5).join(', ')}`);
}

/**
 * Goes through a screen from its top to its end by Tab, and makes each control hold what is wanted on the way.
 *
 * Guarantee: looks only at what has the focus, as a person would. Errors: throws when the keyboard is caught on the way
 */
export async function fillByTab(page: Page, keys: Keyboard, wanted: FormValues): Promise<TabWalk> {
  const walk: TabWalk = { stops: [], astray: [] };
  let jumps = false;
  for (let turn = 0; turn < stopsMax; turn += 1) {
    const at = await focusStop(page);
    if (at === undefined) return walk;
    walk.stops.push(at.id);
    if ((!at.follows && !jumps) || !at.shows) walk.astray.push(at.id);
    jumps = isChanging(at, wanted);
    if (jumps) await keys.press('Enter');
    else {
      await fill(page, keys, at, wanted);
      await keys.press('Tab');
    }
  }
  throw new Error(`caught after ${walk.stops.slice(-5).join(', ')}`);
}

/** Tells whether a button brings an entry that is wanted, or takes one away that is not: the focus then goes there. */
function isChanging({ kind, value, question, entries }: FocusStop, wanted: FormValues): boolean {
  const entriesWanted = Number(wanted[entriesName(question)] ?? 0);
  if (kind !== 'button') return false;
  return value.startsWith('add:')
    ? entries < entriesWanted
    : value.startsWith('remove:') && entries > entriesWanted;
}

async function fill(page: Page, keys: Keyboard, at: FocusStop, wanted: FormValues): Promise<void> {
  const text = wanted[at.name];
  if (at.kind === 'summary') {
    if ((wanted[`${at.question}.country`] ?? 'CA') !== 'CA') await keys.press('Enter');
  } else if (typeof text !== 'string' || at.value === text) return;
  else if (at.kind === 'radio') {
    for (
      let now: FocusStop | undefined = at;
      now !== undefined && now.value !== text;
      now = await focusStop(page)
    )
      await keys.press('ArrowDown');
  } else if (at.kind === 'select') {
    const steps = at.options.indexOf(text) - at.options.indexOf(at.value);
    await keys.press(steps < 0 ? 'ArrowUp' : 'ArrowDown', Math.abs(steps));
  } else if (at.kind !== 'file' && at.kind !== 'button') await keys.write(text);
}
