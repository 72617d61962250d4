import type { CaseProposal } from '@guichet/casework';
import { Button, CsrfField, formatInstant, Notice, words } from '@guichet/pages';
import { CaseForm } from '../frame/case-form.tsx';
import type { CaseView } from '../frame/case-view.ts';
import { WordsField } from '../frame/words-field.tsx';
import { SeenField } from '../lock/seen-field.tsx';

/** Draws a closure that waits for a second person: what the person would be told, and for who may, confirming it or sending it back. */
export function ProposalSection(view: CaseView & { proposal: CaseProposal }) {
  const { file, service, language, csrf, me, proposal, problem } = view;
  const { approval } = words(language).work;
  const outcome = service?.definition.outcomes.find(({ key }) => key === proposal.outcome);
  const isOwn = proposal.staffId === me.staffId;
  const refused = problem?.form === 'send-back' ? problem : undefined;
  return (
    <section aria-labelledby="proposal">
      <h2 id="proposal">{approval.title}</h2>
      <p>
        <strong>{outcome?.label[language] ?? proposal.outcome}</strong>{' '}
        <span class="quiet">{approval.by(proposal.by, formatInstant(proposal.proposedAt, language))}</span>
      </p>
      {proposal.reasons === null ? null : (
        <>
          <h3>{approval.reasons}</h3>
          <blockquote lang={file.language}>{lines(proposal.reasons)}</blockquote>
        </>
      )}
      <h3>{approval.words}</h3>
      <blockquote lang={file.language}>{lines(proposal.words)}</blockquote>
      {isOwn ? (
        <form method="post" action={`/cases/${file.reference}/proposal/withdrawal`} class="form form-dense">
          <CsrfField token={csrf} />
          <p class="help">{approval.own}</p>
          <Button kind="secondary">{approval.withdraw}</Button>
        </form>
      ) : null}
      {!isOwn && me.confirms ? (
        <>
          <form
            method="post"
            action={`/cases/${file.reference}/proposal/confirmation`}
            class="form form-dense"
          >
            <CsrfField token={csrf} />
            <SeenField file={file} />
            <Button>{approval.confirm}</Button>
          </form>
          <CaseForm
            view={view}
            title={approval.back}
            path="proposal/return"
            isRefused={refused !== undefined}
          >
            <WordsField
              id="back-reason"
              name="reason"
              label={approval.backReason}
              rows={3}
              max={1000}
              problem={refused}
            />
            <Button kind="secondary">{approval.back}</Button>
          </CaseForm>
        </>
      ) : null}
      {!isOwn && !me.confirms ? <p class="quiet">{approval.waits}</p> : null}
    </section>
  );
}

/** Says why a proposed closure came back, until another one is proposed. */
export function SentBack({ file, language }: CaseView) {
  const last = file.proposals.at(-1);
  if (last?.settled?.as !== 'sent-back') return null;
  const { approval } = words(language).work;
  return (
    <Notice language={language} kind="warning" title={approval.sentBackTitle}>
      {approval.sentBack(last.settled.by, last.settled.reason ?? '')}
    </Notice>
  );
}

function lines(text: string) {
  return text.split('\n').map((line) => <span class="line">{line}</span>);
}
