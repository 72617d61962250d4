import type { Bilingual } from '@guichet/kernel';
import type { Span } from '../definition.ts';

const units: Record<Span['unit'], { one: Bilingual; many: Bilingual }> = {
  hours: { one: { fr: 'heure', en: 'hour' }, many: { fr: 'heures', en: 'hours' } },
  'business-days': {
    one: { fr: 'jour ouvrable', en: 'business day' },
    many: { fr: 'jours ouvrables', en: 'business days' },
  },
  'calendar-days': { one: { fr: 'jour', en: 'day' }, many: { fr: 'jours', en: 'days' } },
};

/** Says a span of time: `5 jours ouvrables`, `5 business days`. */
export function spanWords({ amount, unit }: Span): Bilingual {
  const { fr, en } = units[unit][amount === 1 ? 'one' : 'many'];
  return { fr: `${amount} ${fr}`, en: `${amount} ${en}` };
}
