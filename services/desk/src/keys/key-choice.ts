import { day } from '@guichet/kernel';
import { deskActs, type LetterKeys, usualLetters } from '@guichet/pages';
import { getCookie, setCookie } from 'hono/cookie';
import type { DeskRequest } from '../frame/desk-env.ts';

/** Which keys of the desk work: all, those that type nothing alone, or none; `desk.js`, `pedals.js` and `station.js` read it too. */
export const keyModes = ['all', 'pedals', 'none'] as const;
export type KeyMode = (typeof keyModes)[number];

export const pedals = ['play', 'back', 'slower', 'faster'] as const;
export type Pedal = (typeof pedals)[number];

/** The key of each pedal, as `KeyboardEvent.key` names it, `Shift+` before it; empty where a pedal has none. */
export type PedalKeys = Readonly<Record<Pedal, string>>;

/** What the keys of the verification station do, in the order of their settings. */
export const stationTools = ['zoomIn', 'zoomOut', 'whole', 'next', 'undo'] as const;
export type StationTool = (typeof stationTools)[number];

/** The keys of the mailroom's station, as those of pedals. */
export type StationKeys = Readonly<Record<StationTool, string>>;

export interface KeyChoice {
  mode: KeyMode;
  letters: LetterKeys;
  pedals: PedalKeys;
  station: StationKeys;
}

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

/**
 * The keys that can be chosen: those that type nothing on any keyboard layout, so that every letter stays a letter.
 *
 * Shape: without F5, F11, F12 and Shift+F10, which belong to the browser and to screen readers; F13 to F24 are on no keyboard, and pedals
 *   are often set to them.
 */
export const pedalKeys: readonly string[] = [
  ...[1, 2, 3, 4, 6, 7, 8, 9, 10].map((number) => `F${number}`),
  ...[1, 2, 3, 4, 6, 7, 8, 9].map((number) => `Shift+F${number}`),
  ...numbers(13, 24).map((number) => `F${number}`),
  'Pause',
  'ScrollLock',
];

/** The one-letter keys that can be chosen: those that the keyboards of Québec and English ones type without Ctrl, Alt or AltGr. */
export const letterKeys: readonly string[] = [...'abcdefghijklmnopqrstuvwxyz0123456789/?+-,;'];

export const usualKeys: KeyChoice = {
  mode: 'all',
  letters: usualLetters,
  pedals: { play: 'F2', back: 'F4', slower: 'F8', faster: 'Shift+F8' },
  station: { zoomIn: 'F8', zoomOut: 'Shift+F8', whole: 'F9', next: 'F4', undo: 'F2' },
};

const letterCookie = 'guichet-letters';
const modeCookie = 'guichet-keys';
const pedalCookie = 'guichet-pedals';
const stationCookie = 'guichet-station';

/** Reads the keys chosen in this browser: a pedal stands at a desk, not with an account. What can't be read is as usual. */
export function readKeyChoice(c: DeskRequest): KeyChoice {
  const mode = keyModes.find((one) => one === getCookie(c, modeCookie)) ?? usualKeys.mode;
  return {
    mode,
    letters: keptKeys(getCookie(c, letterCookie), deskActs, letterKeys) ?? usualKeys.letters,
    pedals: keptKeys(getCookie(c, pedalCookie), pedals, pedalKeys) ?? usualKeys.pedals,
    station: keptKeys(getCookie(c, stationCookie), stationTools, pedalKeys) ?? usualKeys.station,
  };
}

/** Reads the keys of a cookie, in order; undefined when they are not as many as the names, or serve twice. */
function keptKeys<Name extends string>(
  cookie: string | undefined,
  names: readonly Name[],
  choices: readonly string[],
): Readonly<Record<Name, string>> | undefined {
  const keys = (cookie ?? '').split('.');
  if (keys.length !== names.length || !keys.some(Boolean)) return undefined;
  if (!keys.every((key) => isChoice(key, choices))) return undefined;
  const kept = Object.fromEntries(names.map((name, at) => [name, keys[at] ?? ''])) as Record<Name, string>;
  return keysTwice(kept, names).length === 0 ? kept : undefined;
}

/** Keeps a choice of keys in this browser. Guarantee: scripts can read and change which keys work, and nothing else. */
export function keepKeyChoice(c: DeskRequest, chosen: KeyChoice, https: boolean): void {
  const maxAge = (365 * day) / 1000;
  const options = { path: '/', sameSite: 'Strict', secure: https, maxAge } as const;
  setCookie(c, modeCookie, chosen.mode, options);
  const hidden = { ...options, httpOnly: true };
  setCookie(c, pedalCookie, pedals.map((pedal) => chosen.pedals[pedal]).join('.'), hidden);
  setCookie(c, stationCookie, stationTools.map((tool) => chosen.station[tool]).join('.'), hidden);
  setCookie(c, letterCookie, deskActs.map((act) => chosen.letters[act]).join('.'), hidden);
}

/** Tells whether this is one of the keys that can be chosen, or none. */
export function isChoice(key: string, choices: readonly string[]): boolean {
  return key === '' || choices.includes(key);
}

/** Lists the names whose key another before them has. */
export function keysTwice<Name extends string>(
  chosen: Readonly<Record<Name, string>>,
  names: readonly Name[],
): Name[] {
  return names.filter(
    (name, at) => chosen[name] !== '' && names.slice(0, at).some((other) => chosen[other] === chosen[name]),
  );
}
