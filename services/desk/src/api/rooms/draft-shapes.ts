import { type Answers, type CompiledService, optionCodes, type Problem } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { z } from '@hono/zod-openapi';
import { bilingual, idOf, language, text } from '../shapes.ts';

/** A request that is not sent yet: what is asked, what was answered, and what is missing. */
export const draftFile = z
  .object({
    service: z.string(),
    version: z.int(),
    language: language.openapi({ description: 'Of the reply.' }),
    questions: z
      .array(
        z.object({
          key: z.string(),
          type: z.string(),
          label: bilingual,
          required: z.boolean(),
          options: z.array(z.object({ key: z.string(), label: bilingual })),
        }),
      )
      .openapi({ description: 'Those that hold for these answers, in the order asked.' }),
    answers: z.record(z.string(), z.unknown()),
    hidden: z.array(z.string()).openapi({ description: 'Answered, and sensitive: not shown.' }),
    recorded: z.array(z.string()).openapi({ description: 'Answered by a recording so far.' }),
    problems: z.array(z.object({ path: z.string(), code: z.string() })),
  })
  .openapi('Draft');

/** Some answers of a request, and those taken away. */
export const answersChange = z.strictObject({
  answers: z
    .record(z.string(), z.unknown())
    .default({})
    .openapi({ description: 'By question; what is not named stays.' }),
  cleared: z.array(text(60)).max(200).default([]),
});

/** What was kept of the documents sent. */
export const documentsKept = z.object({ evidence: z.array(idOf<'evidence'>()) });

export const draftExample = { answers: { size: 'small' } };

/** Describes a request as it stands. Guarantee: of what is hidden its question alone. */
export function draftOf({
  service,
  language: answeredIn,
  answers,
  problems,
  hidden,
}: {
  service: CompiledService;
  language: Language;
  answers: Answers;
  problems: readonly Problem[];
  hidden: readonly string[];
}): z.input<typeof draftFile> {
  const { code, version } = service.definition;
  const shown = Object.entries(answers).filter(([key]) => !hidden.includes(key));
  return {
    service: code,
    version,
    language: answeredIn,
    questions: service.visible(answers).map((question) => ({
      ...question,
      options: optionCodes(question, answeredIn).map((option) => ({ key: option.key, label: option.label })),
    })),
    answers: Object.fromEntries(shown),
    hidden: [...hidden],
    recorded: Object.keys(answers).filter((key) => JSON.stringify(answers[key]).includes('"pending"')),
    problems: problems.map(({ path, code: what }) => ({ path, code: what })),
  };
}
