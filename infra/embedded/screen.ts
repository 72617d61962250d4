import { type Bilingual, languages } from '@guichet/kernel';

/** Tells the person at the terminal what happens. */
export interface Screen {
  say(words: Bilingual): void;
  /** Says several lines, all of one language together. */
  block(lines: readonly Bilingual[]): void;
  /** Writes as it is, for what has no language. */
  line(text: string): void;
  warn(words: Bilingual): void;
  fail(words: Bilingual): void;
  /** Says that something begins, that it goes on when it is long, and that it is done and how long it took. */
  step<T>(words: Bilingual, act: () => Promise<T>): Promise<T>;
}

/** Unit: milliseconds. */
const longAfter = 3_000;

/** Opens the terminal in the language that LANG names, or in both, French first. */
export function openScreen(
  lang: string,
  write: (text: string) => void = (text) => void process.stdout.write(text),
): Screen {
  const spoken = lang.startsWith('fr')
    ? (['fr'] as const)
    : lang.startsWith('en')
      ? (['en'] as const)
      : languages;
  const inWords = (words: Bilingual) => spoken.map((language) => words[language]).join(' · ');
  const put = (mark: string, text: string) => write(`  ${mark}  ${text}\n`);
  return {
    say: (words) => put(' ', inWords(words)),
    block: (lines) => {
      for (const language of spoken) {
        write('\n');
        for (const words of lines) put(' ', words[language]);
      }
      write('\n');
    },
    line: (text) => write(`${text}\n`),
    warn: (words) => put('!', inWords(words)),
    // An operator must understand a refusal whatever LANG says: one line in each language.
    fail: ({ fr, en }) => write(`  ✗  ${fr}\n  ✗  ${en}\n`),
    async step(words, act) {
      const from = Date.now();
      const elapsed = () => `${((Date.now() - from) / 1000).toFixed(1)} s`;
      put('…', inWords(words));
      const reminder = setInterval(() => put('…', `${inWords(words)} (${elapsed()})`), longAfter);
      try {
        const value = await act();
        put('✓', `${inWords(words)} (${elapsed()})`);
        return value;
      } finally {
        clearInterval(reminder);
      }
    },
  };
}
