import { briefWordsOf, wordsOf } from '@guichet/channels/phone';
import type { Language } from '@guichet/kernel';
import type { PhoneCall } from './call-line.ts';

/** Presses the key of an option, or 9 for more until it is heard. */
export async function pickOption(call: PhoneCall, label: string, language: Language): Promise<void> {
  await call.press(keyOf(call, label, language) ?? '9');
}

/** Finds the key heard after a goal, said in full or in short; undefined when the goal is not heard. */
export function keyOf(call: PhoneCall, label: string, language: Language): string | undefined {
  for (const words of [wordsOf(language), briefWordsOf(language)]) {
    const said = words.option(label, 0);
    const before = said.slice(0, said.lastIndexOf('0'));
    const position = call.said.indexOf(before);
    if (position >= 0) return call.said[position + before.length];
  }
  return undefined;
}
