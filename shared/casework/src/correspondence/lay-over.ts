/** What staff typed beside a draft; not written into it, since its person may still be answering. */
export interface TypedBeside {
  /** Of another service nothing holds. */
  service: string;
  /** `null`: what the person had answered was taken away. */
  answers: Record<string, unknown>;
  /** Names of the files given to staff, by evidence id. */
  fileNames?: Record<string, string>;
}

interface Laid {
  answers: Record<string, unknown>;
  provenance?: Record<string, unknown>;
  fileNames?: Record<string, string>;
}

/**
 * Lays what staff typed over what a draft holds.
 *
 * Guarantee: question by question, so that what the person answered elsewhere stays; pure.
 */
export function layOver<C extends Laid>(content: C, service: string, typed: TypedBeside | undefined): C {
  if (typed === undefined || typed.service !== service) return content;
  const answers = { ...content.answers };
  const provenance = { ...content.provenance };
  for (const [key, value] of Object.entries(typed.answers)) {
    delete answers[key];
    delete provenance[key];
    if (value === null) continue;
    answers[key] = value;
    provenance[key] = { how: 'typed-by-staff' };
  }
  const fileNames = { ...content.fileNames, ...typed.fileNames };
  return { ...content, answers, provenance, fileNames };
}
