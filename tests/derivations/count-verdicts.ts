import type { Verdict } from './judge-reading.ts';

/** Counts verdicts by type, for a table: what was written, what is sure, what is for a person. */
export function countVerdicts(verdicts: readonly Verdict[]) {
  const types = [...new Set(verdicts.map(({ type }) => type))].sort();
  return types.map((type) => {
    const all = verdicts.filter((one) => one.type === type);
    const number = (is: Verdict['is']) => all.filter((one) => one.is === is).length;
    return {
      type,
      there: all.length,
      written: all.filter((one) => one.isWritten).length,
      'right and sure': number('right'),
      doubtful: number('doubtful'),
      'doubtful %': Math.round((1000 * number('doubtful')) / all.length) / 10,
      'sure and wrong': number('wrong'),
    };
  });
}
