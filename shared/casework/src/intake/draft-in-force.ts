import { type Answers, type CompiledService, migrateDraft } from '@guichet/catalogue';
import { todayOf } from '../clocks/today.ts';
import type { DeskContext } from '../context.ts';
import type { Draft } from './find-draft.ts';

/** Gives a draft under the version in force, where that one says how drafts go on; undefined when its service was withdrawn. */
export function draftInForce(
  { catalogue, clock }: Pick<DeskContext, 'catalogue' | 'clock'>,
  draft: Draft,
): { draft: Draft; service: CompiledService; answers: Answers } | undefined {
  const begun = catalogue.find(draft.service, draft.version);
  if (!begun) return undefined;
  const { service, answers } = migrateDraft(
    (code, version) => catalogue.find(code, version),
    // Only answers that parsed are ever saved in a draft.
    { service: begun, answers: draft.content.answers as Answers },
    { today: todayOf(clock.now()), allowPending: true },
  );
  if (service === begun) return { draft, service, answers };
  const { version } = service.definition;
  return { draft: { ...draft, version, content: { ...draft.content, answers } }, service, answers };
}
