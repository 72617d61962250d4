import type { LineReport, ServiceShelf } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { words } from '@guichet/pages';

/** Names the question, or the place of the dialog, where callers were not understood; its key when it has left the catalogue. */
export function placeName(
  catalogue: ServiceShelf,
  { serviceCode, serviceVersion, place }: LineReport['misses'][number],
  language: Language,
): string {
  const service = serviceCode === null ? undefined : catalogue.find(serviceCode, serviceVersion ?? undefined);
  const [key = '', member] = place.split('.');
  const question = service?.question(key);
  if (!question) return words(language).work.line.places[place] ?? place;
  const label = question.label[language];
  if (member === undefined || question.type !== 'group') return label;
  const inner = question.questions.find((one) => one.key === member);
  return `${label} – ${inner?.label[language] ?? member}`;
}
