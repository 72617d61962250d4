import { type CaseFee, feeWays, type IdentityProof, proofDocuments } from '@guichet/casework';
import { writeMoney } from '@guichet/catalogue';
import { type Language, newId } from '@guichet/kernel';
import { Button, CsrfField, formatInstant, words } from '@guichet/pages';

export interface FinishProps {
  language: Language;
  csrf: string;
  /** Where the two forms post: the receipt's own address. */
  action: string;
  fee: CaseFee | undefined;
  /** Undefined where the service asks for no proven identity. */
  identity: { proof: IdentityProof | null } | undefined;
  problem?: { form: 'fee' | 'identity' | 'reversal'; message: string } | undefined;
}

/** Draws what is left to do before the person goes: the document they show, and the fee. */
export function FinishSection(props: FinishProps) {
  const { fee, identity } = props;
  if (!identity && (!fee || (fee.owed === 0 && fee.entries.length === 0))) return null;
  return (
    <div class="finish no-print">
      {identity ? <IdentityForm {...props} proof={identity.proof} /> : null}
      {fee && (fee.owed > 0 || fee.entries.length > 0) ? <FeePart {...props} fee={fee} /> : null}
    </div>
  );
}

function IdentityForm({
  language,
  csrf,
  action,
  proof,
  problem,
}: FinishProps & { proof: IdentityProof | null }) {
  const { identity: say } = words(language).work.visits;
  const { identity } = words(language).work;
  return (
    <section aria-labelledby="identity">
      <h2 id="identity">{identity.title}</h2>
      {proof ? (
        <p>
          {identity.proven(formatInstant(proof.at, language), proof.by, identity.ways[proof.how])}{' '}
          {proof.document === null ? null : say.documents[proof.document]}
        </p>
      ) : (
        <form method="post" action={`${action}/identity`} class="form form-dense">
          <CsrfField token={csrf} />
          <label class="label" for="document">
            {say.document}
          </label>
          <p class="help" id="document-hint">
            {say.hint}
          </p>
          <Problem of="identity" problem={problem} />
          <div class="search-row">
            <select class="input" id="document" name="document" aria-describedby="document-hint">
              <option value="">{say.none}</option>
              {proofDocuments.map((one) => (
                <option value={one}>{say.documents[one]}</option>
              ))}
            </select>
            <Button kind="secondary">{say.seen}</Button>
          </div>
        </form>
      )}
    </section>
  );
}

function FeePart(props: FinishProps & { fee: CaseFee }) {
  const { language, csrf, action, fee, problem } = props;
  const { fee: say } = words(language).work.visits;
  return (
    <section aria-labelledby="fee">
      <h2 id="fee">{say.title}</h2>
      {fee.label === null ? null : <p class="quiet">{fee.label[language]}</p>}
      <p>
        <strong>{fee.left > 0 ? say.owed(writeMoney(fee.left, language)) : say.settled}</strong>
      </p>
      <FeeEntries {...props} />
      {fee.left > 0 ? (
        <form method="post" action={`${action}/fee`} class="form form-dense">
          <CsrfField token={csrf} />
          <input type="hidden" name="id" value={newId()} />
          <Problem of="fee" problem={problem} />
          <fieldset class="field">
            <legend class="label">{say.way}</legend>
            <div class="options options-inline">
              {feeWays.map((way) => (
                <div class="option">
                  <input type="radio" id={`fee-${way}`} name="way" value={way} checked={way === 'cash'} />
                  <label for={`fee-${way}`}>{say.ways[way]}</label>
                </div>
              ))}
            </div>
          </fieldset>
          <div class="field">
            <label class="label" for="fee-receipt">
              {say.receipt}
            </label>
            <p class="help" id="fee-receipt-hint">
              {say.receiptHint}
            </p>
            <input
              class="input"
              id="fee-receipt"
              name="receipt"
              maxlength={30}
              autocomplete="off"
              aria-describedby="fee-receipt-hint"
            />
          </div>
          <div class="field">
            <label class="label" for="fee-reason">
              {say.reason}
            </label>
            <input class="input" id="fee-reason" name="reason" maxlength={200} autocomplete="off" />
          </div>
          <Button kind="secondary">{say.take}</Button>
        </form>
      ) : null}
    </section>
  );
}

/** What was paid, and the way to take a wrong entry back. */
function FeeEntries({ language, csrf, action, fee, problem }: FinishProps & { fee: CaseFee }) {
  const { fee: say } = words(language).work.visits;
  return (
    <ul class="fee-entries">
      {fee.entries.map((entry) => (
        <li>
          {entry.reverses === null ? '' : `${say.reversal}, `}
          {say.ways[entry.way]} {writeMoney(entry.cents, language)}{' '}
          <span class="quiet">
            {[entry.receipt, entry.reason, formatInstant(entry.at, language), entry.by]
              .filter(Boolean)
              .join(', ')}
          </span>
          {entry.reverses === null && !entry.isReversed ? (
            <details class="fold" open={problem?.form === 'reversal'}>
              <summary>{say.reverse}</summary>
              <form method="post" action={`${action}/fee/${entry.id}/reversal`} class="form form-dense">
                <CsrfField token={csrf} />
                <Problem of="reversal" problem={problem} />
                <label class="label" for={`reverse-${entry.id}`}>
                  {say.reverseWhy}
                </label>
                <div class="search-row">
                  <input
                    class="input"
                    id={`reverse-${entry.id}`}
                    name="reason"
                    maxlength={200}
                    autocomplete="off"
                  />
                  <Button kind="secondary">{say.reverse}</Button>
                </div>
              </form>
            </details>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Problem({ of, problem }: { of: string; problem: FinishProps['problem'] }) {
  return problem?.form === of ? (
    <p class="error error-line" role="alert">
      {problem.message}
    </p>
  ) : null;
}
