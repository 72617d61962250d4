import type { Bilingual } from '@guichet/kernel';

/**
 * A setting that keeps a process from starting, said to the operator in one line per language.
 *
 * Guarantee: names settings, never their values.
 */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly words: Bilingual;

  constructor(words: Bilingual) {
    super(`${words.fr}\n${words.en}`);
    this.words = words;
  }
}
