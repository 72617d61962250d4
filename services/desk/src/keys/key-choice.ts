import { day } from '@guichet/kernel';
import { getCookie, setCookie } from 'hono/cookie';
import type { DeskRequest } from '../frame/desk-env.ts';

/** Which keys of the desk work: all, those of recordings alone, or none; `desk.js` and `pedals.js` read it too. */
export const keyModes = ['all', 'pedals', 'none'] as const;
export type KeyMode = (typeof keyModes)[number];

export const pedals = ['play', 'back', 'slower', 'faster'] as const;
export type Pedal = (typeof pedals)[number];

/** The key of each pedal, as `KeyboardEvent.key` names it, `Shift+` before it; empty where a pedal has none. */
export type PedalKeys = Readonly<Record<Pedal, string>>;

export interface KeyChoice {
  mode: KeyMode;
  pedals: PedalKeys;
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

export const usualKeys: KeyChoice = {
  mode: 'all',
  pedals: { play: 'F2', back: 'F4', slower: 'F8', faster: 'Shift+F8' },
};

const modeCookie = 'guichet-keys';
const pedalCookie = 'guichet-pedals';

/** Reads the keys chosen in this browser: a pedal stands at a desk, not with an account. What can't be read is as usual. */
export function readKeyChoice(c: DeskRequest): KeyChoice {
  const mode = keyModes.find((one) => one === getCookie(c, modeCookie)) ?? usualKeys.mode;
  const [play = '', back = '', slower = '', faster = '', ...more] = (getCookie(c, pedalCookie) ?? '').split(
    '.',
  );
  const kept = { play, back, slower, faster };
  const isKept =
    more.length === 0 && Object.values(kept).some(Boolean) && Object.values(kept).every(isChoice);
  return { mode, pedals: isKept && keysTwice(kept).length === 0 ? kept : usualKeys.pedals };
}

/** Keeps a choice of keys in this browser. Guarantee: scripts can read and change which keys work, and nothing else. */
export function keepKeyChoice(c: DeskRequest, { mode, pedals: chosen }: KeyChoice, https: boolean): void {
  const maxAge = (365 * day) / 1000;
  const options = { path: '/', sameSite: 'Strict', secure: https, maxAge } as const;
  setCookie(c, modeCookie, mode, options);
  setCookie(c, pedalCookie, pedals.map((pedal) => chosen[pedal]).join('.'), { ...options, httpOnly: true });
}

/** Tells whether this is a key that can be chosen, or none. */
export function isChoice(key: string): boolean {
  return key === '' || pedalKeys.includes(key);
}

/** Lists the pedals whose key another pedal before them has. */
export function keysTwice(chosen: PedalKeys): Pedal[] {
  return pedals.filter(
    (pedal, at) =>
      chosen[pedal] !== '' && pedals.slice(0, at).some((other) => chosen[other] === chosen[pedal]),
  );
}
