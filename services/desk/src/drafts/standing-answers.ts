import type { Answers, CompiledService, GroupEntry, ParseOptions, QuestionOf } from '@guichet/catalogue';

/**
 * Gives the answers that stand in what was typed so far, as a draft keeps them.
 *
 * Guarantee: one wrong or missing member of an entry takes nothing else of its group away; entries keep their places.
 */
export function standingAnswers(
  service: CompiledService,
  raw: Readonly<Record<string, unknown>>,
  today: string,
): Answers {
  const answers: Answers = {};
  for (const question of service.questions) {
    const typed = raw[question.key];
    if (typed === undefined || !service.visible(answers).includes(question)) continue;
    const options = { today, allowPending: true, answers };
    const parsed = service.parseAnswer(question, typed, options);
    if (parsed.ok && parsed.value !== undefined) answers[question.key] = parsed.value;
    if (parsed.ok || question.type !== 'group' || !Array.isArray(typed)) continue;
    const entries = typed.map((entry: unknown) => standingEntry(service, question, entry, options));
    const last = entries.findLastIndex((entry) => Object.keys(entry).length > 0);
    if (last >= 0) answers[question.key] = entries.slice(0, last + 1);
  }
  return answers;
}

function standingEntry(
  service: CompiledService,
  group: QuestionOf<'group'>,
  typed: unknown,
  options: ParseOptions,
): GroupEntry {
  const standing: GroupEntry = {};
  for (const member of group.questions) {
    const raw: unknown =
      typeof typed === 'object' && typed !== null ? Reflect.get(typed, member.key) : undefined;
    const parsed = raw === undefined ? undefined : service.parseAnswer(member, raw, options);
    if (parsed?.ok && parsed.value !== undefined) standing[member.key] = parsed.value as GroupEntry[string];
  }
  return standing;
}
