import { fileURLToPath } from 'node:url';
import { type Answers, type CompiledService, check, compile } from '@guichet/catalogue';
import { loadCatalogue } from '@guichet/catalogue/load';
import * as fc from 'fast-check';
import { anyAnswers } from '../support/any-answers.ts';
import { type Figure, share } from './figure.ts';

const pack = fileURLToPath(new URL('../../shared/catalogue/packs', import.meta.url));

/** Unit: milliseconds. */
const limits = { compile: 1_000, next: 1 };

/** Measures reading and compiling the whole pack, and finding the next question of the largest service. */
export function measureCatalogue(): Promise<Figure[]> {
  loadCatalogue(pack);
  const loads = times(7, () => loadCatalogue(pack));
  const { versions } = loadCatalogue(pack);
  const compiles = times(7, () => versions.map(({ definition }) => recompile(definition)));
  const largest = versions.toSorted((a, b) => b.questions.length - a.questions.length)[0];
  if (largest === undefined) throw new Error('the pack is empty');
  const nexts = nextTimes(largest);
  const median = share(loads, 0.5);
  const p99 = share(nexts, 0.99);
  return Promise.resolve([
    {
      what: `the whole pack, read from YAML, checked and compiled: ${versions.length} definitions`,
      ours: `${median.toFixed(0)} ms (compiling alone ${share(compiles, 0.5).toFixed(1)} ms)`,
      against: `a limit of ${limits.compile} ms`,
      ratio: median / limits.compile,
      aim: 'at most 1',
      holds: median <= limits.compile,
    },
    {
      what: `next question of ${largest.definition.code}, ${largest.questions.length} questions, ${nexts.length} times`,
      ours: `p99 ${(p99 * 1000).toFixed(0)} µs`,
      against: `a limit of ${limits.next} ms`,
      ratio: p99 / limits.next,
      aim: 'at most 1',
      holds: p99 <= limits.next,
    },
  ]);
}

function recompile(definition: CompiledService['definition']): CompiledService {
  const checked = check(definition);
  if (!checked.ok) throw new Error(definition.code);
  return compile(checked.definition);
}

/** Every prefix of complete answers: what each turn of a call, or each page, asks for. */
function nextTimes(service: CompiledService): number[] {
  const walks = fc.sample(anyAnswers(service), { numRuns: 200, seed: 1 });
  const prefixes = walks.flatMap((answers) => {
    const entries = Object.entries(answers);
    return entries.map((_, at): Answers => Object.fromEntries(entries.slice(0, at)));
  });
  const run = () => prefixes.map((answers) => timed(() => service.next(answers, new Set())));
  run();
  return run();
}

const times = (runs: number, work: () => unknown): number[] =>
  Array.from({ length: runs }, () => timed(work));

function timed(work: () => unknown): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}
