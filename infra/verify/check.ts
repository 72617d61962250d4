/** One finding of a check: where, and what to do about it. */
export interface Finding {
  where: string;
  what: string;
}

/** A check of the whole tree that needs no database; it gives what it found, and nothing when all is well. */
export interface Check {
  name: string;
  run(): Promise<Finding[]>;
}
