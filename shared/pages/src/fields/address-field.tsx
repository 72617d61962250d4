import type { MemberQuestion, QuestionOf } from '@guichet/catalogue';
import { fieldId, fieldName } from '@guichet/catalogue';
import { WithBeside } from '../beside.tsx';
import type { FieldProps } from '../field-props.ts';
import { isPartWrong } from '../field-problem.ts';
import { words } from '../words.ts';
import { countryNames, provinceNames } from './regions.ts';
import { regionShown } from './region-shown.ts';
import { Part } from './part.tsx';
import { Grouped, questionFrame } from './question-frame.tsx';

/** Draws a postal address; the parts for addresses abroad stay folded until they are needed. */
export function AddressField(
  props: FieldProps & { question: QuestionOf<'address'> | Extract<MemberQuestion, { type: 'address' }> },
) {
  const { language, values, autofill = true, problems = [] } = props;
  const { field } = words(language);
  const frame = questionFrame(props);
  const at = (part: string) => fieldName(frame.name, part);
  const fill = (token: string) => (autofill ? token : 'off');
  const wrong = (part: string) => isPartWrong(problems, frame.name, part);
  const { country, province, region } = regionShown(values, frame.name);
  const provinces = provinceNames(language);
  return (
    <Grouped frame={frame}>
      <Part
        name={at('street')}
        label={field.street}
        values={values}
        autocomplete={fill('address-line1')}
        wrong={wrong('street')}
      />
      <Part
        name={at('unit')}
        label={`${field.unit} ${words(language).frame.optional}`}
        values={values}
        width={10}
        autocomplete={fill('address-line2')}
      />
      <Part
        name={at('municipality')}
        label={field.municipality}
        values={values}
        width={20}
        autocomplete={fill('address-level2')}
        wrong={wrong('municipality')}
      />
      <div class="part">
        <label class="part-label" for={fieldId(at('province'))}>
          {field.province}
        </label>
        <WithBeside name={at('province')}>
          <select
            class="input width-20"
            id={fieldId(at('province'))}
            name={at('province')}
            autocomplete={fill('address-level1')}
          >
            {provinces.map(({ code, name }) => (
              <option value={code} selected={code === province}>
                {name}
              </option>
            ))}
            <option value="" selected={province === ''}>
              {field.outsideCanada}
            </option>
          </select>
        </WithBeside>
      </div>
      <Part
        name={at('postalCode')}
        label={field.postalCode}
        values={values}
        width={10}
        autocomplete={fill('postal-code')}
        wrong={wrong('postalCode')}
      />
      <details class="details" open={country !== 'CA' || region !== ''}>
        <summary>{field.abroad}</summary>
        <Part
          name={at('region')}
          label={field.region}
          values={{ ...values, [at('region')]: region }}
          width={20}
          autocomplete="off"
        />
        <div class="part">
          <label class="part-label" for={fieldId(at('country'))}>
            {field.country}
          </label>
          <WithBeside name={at('country')}>
            <select
              class="input width-20"
              id={fieldId(at('country'))}
              name={at('country')}
              autocomplete={fill('country')}
            >
              {countryNames(language).map(({ code, name }) => (
                <option value={code} selected={code === country}>
                  {name}
                </option>
              ))}
            </select>
          </WithBeside>
        </div>
      </details>
    </Grouped>
  );
}
