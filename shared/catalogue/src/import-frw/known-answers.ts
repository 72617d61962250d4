import type { QuestionType } from '../definition.ts';

/** An answer of the form that a condition may name. */
export interface KnownAnswer {
  question: { key: string; type: QuestionType };
  /** By the form's option value, in small letters: the option's key, or the truth value of a yes or no. */
  options: ReadonlyMap<string, string | boolean>;
  /** The repeated group it is in; only its own entry can name it. */
  group?: string;
}

/** Where a `v-if` stands: what its short names stand for. */
export interface Scope {
  /** The prefix of the section group, put before each name. */
  prefix: string;
  /** The form's name of the group it is in. */
  group?: string;
  /** The key of the repeated group it is in. */
  repeated?: string;
}

/** The answers asked so far, by the form's names; and the names that hold no answer of a person. */
export class KnownAnswers {
  readonly #answers = new Map<string, KnownAnswer>();
  readonly #hidden = new Set<string>();

  add(name: string, { prefix, group }: Scope, answer: KnownAnswer): void {
    this.#answers.set(`${prefix}${group === undefined ? '' : `${group}.`}${name}`, answer);
  }

  /** Notes a name whose value a script makes. */
  hide(name: string, { prefix }: Scope): void {
    this.#hidden.add(`${prefix}${name}`);
  }

  isHidden(name: string, scope: Scope): boolean {
    return namesFor(name, scope).some((one) => this.#hidden.has(one));
  }

  find(name: string, scope: Scope): KnownAnswer | undefined {
    for (const one of namesFor(name, scope)) {
      const answer = this.#answers.get(one);
      if (answer) return answer;
    }
    return undefined;
  }
}

/** `prefixId$x` and `${name}.x` are short for the prefix and the group where they stand. */
function namesFor(name: string, { prefix, group }: Scope): string[] {
  const own = name.replace(/^prefixid\$/i, prefix).replaceAll('${name}', `${prefix}${group ?? ''}`);
  return own.startsWith(prefix) ? [own] : [own, `${prefix}${own}`];
}
