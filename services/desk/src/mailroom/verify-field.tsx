import type { CompiledService, FormValues } from '@guichet/catalogue';
import type { CounterScreen } from '@guichet/channels/counter';
import type { Language } from '@guichet/kernel';
import {
  BesideControls,
  CounterField,
  type FieldProblem,
  QuestionBlock,
  StatusTag,
  words,
} from '@guichet/pages';
import { Crop } from './crop.tsx';
import { drawnNames } from './drawn-names.ts';
import { fieldLabel } from './field-label.ts';
import { isOf, needsPerson, type StationField } from './station-field.ts';
import { confirmedName } from './station-form.ts';

export interface VerifyFieldProps {
  language: Language;
  service: CompiledService;
  field: CounterScreen['fields'][number];
  values: FormValues;
  problems: FieldProblem[];
  /** All that the machine read of the letter. */
  fields: readonly StationField[];
  confirmed: ReadonlySet<string>;
  isDoubtful: boolean;
}

/** Draws a question with, beside each of its controls, the part of the picture it was read from and, where a person must look, the box that says one did. */
export function VerifyField(props: VerifyFieldProps) {
  const { field, fields, values, language, problems, isDoubtful } = props;
  const names = drawnNames(field);
  const own = fields.filter((one) => isOf(one, field.name));
  // What has no control here (an entry left blank on paper) is shown above: a person sees it all the same.
  const apart = own.filter((one) => needsPerson(one) && !names.includes(one.path));
  const at = (name: string) => (names.includes(name) ? own.find(({ path }) => path === name) : undefined);
  return (
    <QuestionBlock field={field} class={isDoubtful ? 'verify-field verify-doubtful' : 'verify-field'}>
      {apart.map((one) => (
        <div class="verify-part">
          <p class="part-label">{fieldLabel(props.service, one.path, language)}</p>
          <Seen {...props} part={one} />
          <Confirm {...props} part={one} alone />
        </div>
      ))}
      <BesideControls.Provider
        value={{
          before: (name) => <Seen {...props} part={at(name)} />,
          after: (name) => <Confirm {...props} part={at(name)} />,
        }}
      >
        <CounterField {...field} values={values} language={language} problems={problems} />
      </BesideControls.Provider>
    </QuestionBlock>
  );
}

type PartProps = VerifyFieldProps & { part: StationField | undefined };

function Seen({ part: one, service, language }: PartProps) {
  if (one === undefined) return null;
  const { work, stations } = words(language);
  const reasons: Readonly<Record<string, string>> = work.mailroom.doubt;
  const { crop } = one;
  return (
    <>
      {needsPerson(one) ? (
        <p class="verify-why">
          <StatusTag tone={one.isSample ? 'info' : 'warning'}>
            {one.isSample ? work.station.blind : stations.mailroom.unsure}
          </StatusTag>{' '}
          {one.isSample
            ? work.station.blindHint
            : one.reasons.map((reason) => reasons[reason] ?? reason).join(', ')}
        </p>
      ) : null}
      <span
        class="crop-at"
        data-crop-of={one.path}
        data-page={`page-${crop.page}`}
        data-at={`${crop.x} ${crop.y} ${crop.width} ${crop.height}`}
      >
        <Crop crop={crop} label={work.mailroom.cropOf(fieldLabel(service, one.path, language))} />
      </span>
    </>
  );
}

/** `alone`: no control beside it holds what was read. */
function Confirm({
  part: one,
  alone = false,
  service,
  language,
  confirmed,
  problems,
}: PartProps & { alone?: boolean }) {
  if (one === undefined || !needsPerson(one)) return null;
  const { station } = words(language).work;
  const id = confirmId(one.path);
  const isWrong = problems.some(({ path }) => path === one.path);
  return (
    <div class="option verify-confirm">
      <input
        type="checkbox"
        id={id}
        name={confirmedName}
        value={one.path}
        data-confirms={one.path}
        data-alone={alone ? '' : undefined}
        checked={confirmed.has(one.path)}
        aria-invalid={isWrong ? 'true' : undefined}
      />
      <label for={id}>
        {station.confirmed}
        <span class="hidden">, {fieldLabel(service, one.path, language)}</span>
      </label>
    </div>
  );
}

/** Gives the id of the box that says a person looked at a field. */
export function confirmId(path: string): string {
  return `confirm-${path.replaceAll('.', '_')}`;
}
