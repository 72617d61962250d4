import type { CaseLink } from '@guichet/casework';
import { formatReference } from '@guichet/kernel';
import { Button, CsrfField, formatDay, words } from '@guichet/pages';
import { SeenField } from '../lock/seen-field.tsx';
import type { CaseView } from '../frame/case-view.ts';
import { Choices } from '../frame/choices.tsx';

/** Draws the cases that belong to this one, those that likely do, and what links, joins or splits them. */
export function LinksSection(view: CaseView) {
  const { file, language, me, likely = [] } = view;
  const { links } = words(language).work;
  if (!me.links && file.links.length === 0) return null;
  return (
    <section aria-labelledby="links">
      <h2 id="links">
        {links.title} <span class="count">{file.links.length}</span>
      </h2>
      {file.links.length === 0 && likely.length === 0 ? <p class="quiet">{links.none}</p> : null}
      <ul class="case-tasks">
        {file.links.map((link) => (
          <Linked link={link} view={view} />
        ))}
      </ul>
      {likely.length === 0 ? null : <Likely {...view} />}
      {me.links ? <LinkForm {...view} /> : null}
    </section>
  );
}

function Linked({ link, view }: { link: CaseLink; view: CaseView }) {
  const { file, language, csrf, me } = view;
  const { links } = words(language).work;
  const { other } = link;
  return (
    <li>
      <p>
        {links.kinds[link.kind][link.side]}{' '}
        {other === null ? (
          <span class="quiet">{links.elsewhere}</span>
        ) : (
          <a class="code" href={`/cases/${other.reference}`}>
            {formatReference(other.reference)}
          </a>
        )}{' '}
        <span class="quiet">
          {formatDay(link.madeAt, language)} · {link.by}
          {link.otherClosedAs === null ? '' : ` · ${links.closed}`}
        </span>
      </p>
      {me.links && link.kind === 'related' ? (
        <form method="post" action={`/cases/${file.reference}/links/${link.id}/end`}>
          <CsrfField token={csrf} />
          <SeenField file={file} />
          <button class="link" type="submit">
            {links.end}
          </button>
        </form>
      ) : null}
    </li>
  );
}

/** Cases that look like the same request; whoever decides looks at them first. */
function Likely({ file, language, csrf, likely = [] }: CaseView) {
  const { links } = words(language).work;
  return (
    <div class="likely">
      <h3>{links.likely}</h3>
      <ul class="case-tasks">
        {likely.map(({ reference, depositedAt, closedAs, alike }) => (
          <li>
            <p>
              <a class="code" href={`/cases/${reference}`}>
                {formatReference(reference)}
              </a>{' '}
              <span class="quiet">
                {alike.map((one) => links.alike[one]).join(', ')} · {formatDay(depositedAt, language)}
                {closedAs === null ? '' : ` · ${links.closed}`}
              </span>
            </p>
            <form method="post" action={`/cases/${file.reference}/links`} class="row-buttons">
              <CsrfField token={csrf} />
              <SeenField file={file} />
              <input type="hidden" name="other" value={reference} />
              {file.closure === null && closedAs === null ? (
                <button
                  class="button button-secondary button-row"
                  type="submit"
                  name="link"
                  value="duplicate"
                >
                  {links.merge}
                </button>
              ) : null}
              <button class="link" type="submit" name="link" value="related">
                {links.relate}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <p class="help">{links.mergeHint}</p>
    </div>
  );
}

function LinkForm({ file, language, csrf, problem }: CaseView) {
  const { links } = words(language).work;
  const refused = problem?.form === 'link' ? problem : undefined;
  return (
    <details class="details fold" open={refused !== undefined}>
      <summary>{links.add}</summary>
      <form method="post" action={`/cases/${file.reference}/links`} class="form form-dense">
        <CsrfField token={csrf} />
        <SeenField file={file} />
        <div class="field">
          <label class="label" for="link-other">
            {links.other}
          </label>
          {refused === undefined ? null : (
            <p class="error error-line" id="link-error">
              {refused.message}
            </p>
          )}
          <input
            class="input input-short"
            id="link-other"
            name="other"
            inputmode="numeric"
            autocomplete="off"
            value={refused?.text}
            aria-describedby={refused === undefined ? undefined : 'link-error'}
            aria-invalid={refused === undefined ? undefined : 'true'}
          />
        </div>
        <Choices
          name="link"
          legend={links.how}
          options={[
            ['related', links.asRelated],
            ['duplicate', links.asDuplicate],
          ]}
          chosen={refused?.typed?.['link'] ?? 'related'}
        />
        <p class="help">{links.mergeHint}</p>
        <Button kind="secondary">{links.submit}</Button>
      </form>
      {file.closure === null ? (
        <p>
          <a href={`/cases/${file.reference}/split`}>{links.split}</a>
        </p>
      ) : null}
    </details>
  );
}
