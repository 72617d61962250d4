import { type FormValues, fieldName } from '@guichet/catalogue';
import { held } from './question-frame.tsx';
import { provinceNames } from './regions.ts';

/**
 * Gives what the controls of an address for its province, region and country show for these values, and so what they post.
 *
 * Shape: `province` empty for what is no province of Canada: it stands in `region`
 */
export function regionShown(
  values: FormValues,
  name: string,
): { country: string; province: string; region: string } {
  const at = (part: string) => held(values, fieldName(name, part));
  const country = at('country') || 'CA';
  const province = at('province') || (country === 'CA' && at('region') === '' ? 'QC' : '');
  const isKnown = provinceNames('fr').some(({ code }) => code === province);
  return {
    country,
    province: isKnown ? province : '',
    region: at('region') || (isKnown ? '' : province),
  };
}
