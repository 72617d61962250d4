import type { CompiledService, Problem } from '@guichet/catalogue';
import { DeskError } from '@guichet/kernel';

/** A request that lacks something, or says something wrong: each problem by its path. */
export class Incomplete extends DeskError {
  readonly problems: readonly Problem[];
  readonly service: CompiledService | undefined;

  constructor(problems: readonly Problem[], service?: CompiledService) {
    super('invalid', 'invalid');
    this.problems = problems;
    this.service = service;
  }
}
