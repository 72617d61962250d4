import type { Page } from 'playwright-core';

/** The keyboard of a page, and how many keys were pressed on it. */
export interface Keyboard {
  press(key: string, times?: number): Promise<void>;
  write(text: string): Promise<void>;
  readonly presses: number;
}

/** Longer texts are put in at once: codes show what a screen does at each key. */
const typedMax = 4;

/** Gives the keyboard of a page; a letter counts as one key, whatever a layout needs for it. */
export function keyboardOf({ keyboard }: Page): Keyboard {
  let presses = 0;
  return {
    async press(key, times = 1) {
      presses += times;
      for (let time = 0; time < times; time += 1) await keyboard.press(key);
    },
    async write(text) {
      presses += text.length;
      await (text.length > typedMax ? keyboard.insertText(text) : keyboard.type(text));
    },
    get presses() {
      return presses;
    },
  };
}
