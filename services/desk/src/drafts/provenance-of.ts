import type { DraftContent } from '@guichet/casework';
import type { Answers, Provenance } from '@guichet/catalogue';
import { canonicalJson } from '@guichet/kernel';

/** What the person answered themselves keeps how it came; what was changed was typed. */
export function provenanceOf(answers: Answers, held: DraftContent): Record<string, Provenance> {
  const before = (held.provenance ?? {}) as Record<string, Provenance>;
  return Object.fromEntries(
    Object.entries(answers).map(([key, value]): [string, Provenance] => {
      const known = before[key];
      const isSame = canonicalJson(value) === canonicalJson(held.answers[key] ?? null);
      return [key, known && isSame ? known : { how: 'typed-by-staff' }];
    }),
  );
}
