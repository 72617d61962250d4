import { type CaseStatus, type DeskContext, todayOf } from '@guichet/casework';
import type { FoundCase } from '@guichet/channels/phone';

/**
 * Tells the telephone where a case stands.
 *
 * Guarantee: what was decided on sensitive answers is not handed to a voice.
 */
export function foundCase({ catalogue }: Pick<DeskContext, 'catalogue'>, status: CaseStatus): FoundCase {
  const { id: caseId, serviceCode, serviceVersion, state, language, depositedAt, dueAt, closedAt } = status;
  const { letter } = status;
  const service = catalogue.find(serviceCode, serviceVersion);
  const facts = {
    caseId,
    code: serviceCode,
    service: service?.definition.name ?? { fr: serviceCode, en: serviceCode },
    receivedOn: todayOf(depositedAt),
    ...(letter === null
      ? {}
      : { letter: { postedOn: todayOf(letter.postedAt), isReturned: letter.isReturned } }),
  };
  if (state !== 'closed') return { ...facts, state, dueOn: todayOf(dueAt) };
  const isSensitive = service === undefined || [...service.sensitivityOf.values()].includes('sensitive');
  const decision =
    isSensitive || status.decision === null ? {} : { decision: { words: status.decision, language } };
  return { ...facts, state, closedOn: todayOf(closedAt ?? depositedAt), ...decision };
}
