import type { CompiledService } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { Notice } from '@guichet/pages';
import { phoneFrame } from './phone-frame.tsx';
import { phoneWords } from './phone-words.ts';
import type { TrialSettings } from './trial-settings.ts';

export interface StartPageProps {
  language: Language;
  services: readonly CompiledService[];
  settings: TrialSettings;
  /** What stood in the way of a call. */
  problem?: string;
}

/** Draws the choices that a trial call begins with. */
export function startPage({ language, services, settings, problem }: StartPageProps) {
  const say = phoneWords[language];
  const chosen = services.find(({ definition }) => definition.code === settings.service);
  const closed = chosen?.definition.channels.phone;
  const here = (lang: Language) => `/phone?service=${encodeURIComponent(settings.service)}&lang=${lang}`;
  return phoneFrame({
    language,
    otherHref: here(language === 'fr' ? 'en' : 'fr'),
    previewHref: `/?code=${encodeURIComponent(settings.service)}&lang=${language}`,
    ...(chosen ? { name: chosen.definition.name[language] } : {}),
    children: (
      <>
        <h1>{say.title}</h1>
        <p class="lead">{say.intro}</p>
        {problem === undefined ? null : <Notice kind="warning" language={language} title={problem} />}
        {closed ? (
          <Notice kind="warning" language={language} title={say.notOffered}>
            <p>{closed.except[language]}</p>
          </Notice>
        ) : null}
        <form class="form" method="post" action={`/phone/calls?lang=${language}`}>
          <Select
            name="service"
            label={say.service}
            chosen={settings.service}
            options={namesOf(services, language)}
          />
          <Radios
            name="starts"
            label={say.starts}
            chosen={settings.starts}
            options={Object.entries(say.startsAt)}
          />
          <Radios
            name="language"
            label={say.language}
            chosen={settings.language}
            options={Object.entries(say.languages)}
          />
          <Radios
            name="number"
            label={say.number}
            chosen={settings.number}
            options={Object.entries(say.numbers)}
          />
          <div class="field options">
            <Box name="slow" label={say.slow} checked={settings.slow} />
            <Box
              name="addresses"
              label={say.addresses}
              checked={settings.addresses}
              help={say.addressesHelp}
            />
          </div>
          <Select name="desk" label={say.desk} chosen={settings.desk} options={Object.entries(say.desks)} />
          <Select
            name="people"
            label={say.people}
            chosen={settings.people}
            options={Object.entries(say.peoples)}
          />
          <button class="button button-primary" type="submit">
            {say.call}
          </button>
        </form>
      </>
    ),
  });
}

type Options = readonly (readonly [value: string, label: string])[];

function namesOf(services: readonly CompiledService[], language: Language): Options {
  return services.map(({ definition }) => [definition.code, definition.name[language]] as const);
}

interface ChoiceProps {
  name: string;
  label: string;
  chosen: string;
  options: Options;
}

function Select({ name, label, chosen, options }: ChoiceProps) {
  return (
    <div class="field">
      <label class="label" for={name}>
        {label}
      </label>
      <select class="input" id={name} name={name}>
        {options.map(([value, text]) => (
          <option value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

function Radios({ name, label, chosen, options }: ChoiceProps) {
  return (
    <fieldset class="field">
      <legend class="label">{label}</legend>
      <div class="options">
        {options.map(([value, text]) => (
          <div class="option">
            <input
              type="radio"
              id={`${name}-${value}`}
              name={name}
              value={value}
              checked={value === chosen}
            />
            <label for={`${name}-${value}`}>{text}</label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

function Box({
  name,
  label,
  checked,
  help,
}: {
  name: string;
  label: string;
  checked: boolean;
  help?: string;
}) {
  return (
    <div class="option">
      <input
        type="checkbox"
        id={name}
        name={name}
        value="yes"
        checked={checked}
        aria-describedby={help ? `${name}-help` : undefined}
      />
      <label for={name}>{label}</label>
      {help ? (
        <p class="help" id={`${name}-help`}>
          {help}
        </p>
      ) : null}
    </div>
  );
}
