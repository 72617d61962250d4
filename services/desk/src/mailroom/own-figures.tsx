import type { KeyingFigures } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { fieldsAnHour } from './fields-an-hour.ts';

/** Tells a person what they keyed today; nothing before the first field. */
export function OwnFigures({ language, own }: { language: Language; own: KeyingFigures }) {
  if (own.fields === 0) return null;
  const { station } = words(language).work;
  const rate = fieldsAnHour(own);
  return (
    <p class="quiet" data-own>
      {station.own(own.fields, own.corrected)}
      {rate === undefined ? '' : ` ${station.ownRate(rate)}`}
      {own.checked === 0 ? '' : ` ${station.ownChecked(own.checked, own.differed, own.wrong)}`}
    </p>
  );
}
