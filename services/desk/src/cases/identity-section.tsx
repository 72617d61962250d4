import { proofWaysOf } from '@guichet/casework';
import { Button, CsrfField, formatDay, words } from '@guichet/pages';
import type { CaseView } from './frame/case-view.ts';

/** Draws what identity the service asks for, and takes the act that proves it. */
export function IdentitySection({ file, service, language, csrf, me }: CaseView) {
  const level = service?.definition.who.identity ?? 'declared';
  if (level === 'declared') return null;
  const { identity } = words(language).work;
  const { proof } = file;
  return (
    <section aria-labelledby="identity">
      <h2 id="identity">{identity.title}</h2>
      {proof ? (
        <p>
          {identity.proven(formatDay(proof.at, language), proof.by, identity.ways[proof.how])}
          {proof.document === null
            ? null
            : ` ${words(language).work.visits.identity.documents[proof.document]}.`}
        </p>
      ) : (
        <p>{file.closure === null ? identity.needed[level] : identity.never}</p>
      )}
      {proof === null && file.closure === null && me.proves ? (
        <form method="post" action={`/cases/${file.reference}/identity`} class="form form-dense">
          <CsrfField token={csrf} />
          <div class="field">
            <label class="label" for="proof">
              {identity.how}
            </label>
            <select class="input" id="proof" name="how" aria-describedby="proof-hint">
              {proofWaysOf(level).map((way) => (
                <option value={way}>{identity.ways[way]}</option>
              ))}
            </select>
            <p class="help" id="proof-hint">
              {identity.hint}
            </p>
          </div>
          <Button kind="secondary">{identity.mark}</Button>
        </form>
      ) : null}
    </section>
  );
}
