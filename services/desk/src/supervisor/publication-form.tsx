import type { Language } from '@guichet/kernel';
import { CsrfField, words } from '@guichet/pages';

/** Draws the few words that publishing or retiring a version takes: from when, and why. */
export function PublicationForm({
  kind,
  code,
  version,
  today,
  language,
  csrf,
}: {
  kind: 'publication' | 'retirement';
  code: string;
  version: number;
  today: string;
  language: Language;
  csrf: string;
}) {
  const said = words(language).desk.supervisor.catalogue;
  const verb = kind === 'publication' ? said.publish : said.retire;
  const id = `${kind}-${code}-${version}`;
  return (
    <details class="details fold">
      <summary aria-label={`${verb} : ${code}, ${version}`}>{verb}</summary>
      <form
        method="post"
        action={`/supervisor/services/${code}/${version}/${kind}`}
        class="form form-dense publication"
      >
        <CsrfField token={csrf} />
        <label class="label" for={`${id}-on`}>
          {said.from}
        </label>
        <input class="input width-10" id={`${id}-on`} name="on" value={today} autocomplete="off" />
        <label class="label" for={`${id}-why`}>
          {said.why}
        </label>
        <input
          class="input"
          id={`${id}-why`}
          name="why"
          required
          minlength={3}
          maxlength={500}
          autocomplete="off"
        />
        <button class="button button-secondary" type="submit">
          {verb}
        </button>
      </form>
    </details>
  );
}
