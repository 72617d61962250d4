import { configureGlobal, readConfigureGlobal } from 'fast-check';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    seed: number;
  }
}

/**
 * Makes every property-based test of a run draw the same examples, so that a commit passes or fails for what it changed.
 *
 * GUICHET_SEED=<number> draws others; run so over many numbers, the tests explore. A failure names the seed that shows it.
 */
configureGlobal({ ...readConfigureGlobal(), seed: inject('seed') });
