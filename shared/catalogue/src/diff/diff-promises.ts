import type { Bilingual } from '@guichet/kernel';
import type { ServiceDefinition } from '../definition.ts';
import { spanWords } from '../words/span-words.ts';
import { textChange, valueChange } from './say-change.ts';

/** Says how our promises differ: the clocks, and what happens next. */
export function diffPromises(before: ServiceDefinition, after: ServiceDefinition): Bilingual[] {
  const [was, is] = [before.clocks, after.clocks];
  const paused = ({ pauseWhenWaitingForPerson: pauses }: ServiceDefinition['clocks']): Bilingual =>
    pauses ? { fr: 'arrêté', en: 'stopped' } : { fr: 'maintenu', en: 'kept running' };
  return [
    ...valueChange(
      { fr: 'Accusé de réception', en: 'Acknowledgement' },
      spanWords(was.acknowledge),
      spanWords(is.acknowledge),
    ),
    ...valueChange({ fr: 'Décision', en: 'Decision' }, spanWords(was.decide), spanWords(is.decide)),
    ...valueChange(
      { fr: 'Délai fixé par la loi', en: 'Limit set by law' },
      was.legal && spanWords(was.legal),
      is.legal && spanWords(is.legal),
    ),
    ...(was.legal && is.legal
      ? textChange(
          { fr: 'Source du délai de la loi', en: 'Source of the legal limit' },
          was.legal.source,
          is.legal.source,
        )
      : []),
    ...valueChange(
      { fr: 'Délai pendant que nous attendons la personne', en: 'Clock while we wait for the person' },
      paused(was),
      paused(is),
    ),
    ...textChange({ fr: 'Ce qui se passe ensuite', en: 'What happens next' }, before.next, after.next),
  ];
}
