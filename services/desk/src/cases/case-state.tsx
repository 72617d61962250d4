import { duplicateOutcome } from '@guichet/casework';
import { Button, CsrfField, formatDay, Notice, words } from '@guichet/pages';
import { ProposalSection, SentBack } from './approval/proposal-section.tsx';
import { ClosureForm } from './closure-form.tsx';
import type { CaseView } from './frame/case-view.ts';
import { SeenField } from './lock/seen-field.tsx';
import { SkipForm } from '../next/skip-form.tsx';
import { PauseForm } from './pause-form.tsx';

/** Draws what may be done with a case now: decide, ask, go on, or give back. */
export function CaseState(view: CaseView) {
  const { file, language, me } = view;
  const { work } = words(language);
  if (file.closure) return <Closed {...view} closure={file.closure} />;
  const proposal = file.proposals.find(({ settled }) => settled === null);
  if (proposal) return <ProposalSection {...view} proposal={proposal} />;
  if (file.pausedAt) return <Paused {...view} pausedAt={file.pausedAt} />;
  const mine = file.heldBy?.staffId === me.staffId;
  return (
    <>
      <p class="quiet">
        {mine ? work.case.heldByMe : file.heldBy ? work.case.heldBy(file.heldBy.name) : work.case.waits}
      </p>
      {me.takes && !file.heldBy ? <TakeForm {...view} /> : null}
      {me.decides && file.heldBy ? (
        <>
          <SentBack {...view} />
          <ClosureForm {...view} />
          {view.service?.definition.clocks.pauseWhenWaitingForPerson ? <PauseForm {...view} /> : null}
          <ReturnForm {...view} />
          {mine ? <SkipForm reference={file.reference} language={language} csrf={view.csrf} /> : null}
        </>
      ) : null}
    </>
  );
}

function Closed({
  service,
  language,
  closure,
}: CaseView & { closure: NonNullable<CaseView['file']['closure']> }) {
  const { work } = words(language);
  const outcome = service?.definition.outcomes.find(({ key }) => key === closure.outcome);
  return (
    <Notice language={language} title={work.case.closedTitle}>
      {work.case.closed(
        closure.outcome === duplicateOutcome
          ? work.links.duplicateOf
          : (outcome?.label[language] ?? closure.outcome),
        formatDay(closure.closedAt, language),
        closure.by,
      )}
      {closure.proposedBy === null ? null : <p>{work.approval.proposedBy(closure.proposedBy)}</p>}
      {closure.reasons === null ? null : (
        <p>
          {work.approval.reasons} : {closure.reasons}
        </p>
      )}
    </Notice>
  );
}

function Paused({ file, language, csrf, me, pausedAt }: CaseView & { pausedAt: Date }) {
  const { desk, work } = words(language);
  return (
    <>
      <Notice language={language} kind="warning" title={work.case.pausedTitle}>
        {work.case.paused(formatDay(pausedAt, language))}
      </Notice>
      {me.resumes ? (
        <form method="post" action={`/cases/${file.reference}/resumption`} class="form form-dense">
          <CsrfField token={csrf} />
          <SeenField file={file} />
          <button class="button button-primary" type="submit">
            {desk.pause.resume}
          </button>
          <p class="help">{work.case.resumeHint}</p>
        </form>
      ) : null}
    </>
  );
}

function TakeForm({ file, language, csrf }: CaseView) {
  return (
    <form method="post" action={`/cases/${file.reference}/assignment`} class="form form-dense">
      <CsrfField token={csrf} />
      <SeenField file={file} />
      <Button shortcut="take">{words(language).desk.case.take}</Button>
    </form>
  );
}

function ReturnForm({ file, language, csrf }: CaseView) {
  const { desk, work } = words(language);
  return (
    <form method="post" action={`/cases/${file.reference}/return`} class="form form-dense give-back">
      <CsrfField token={csrf} />
      <SeenField file={file} />
      <button class="link" type="submit" aria-describedby="return-hint">
        {desk.case.release}
      </button>
      <p class="help" id="return-hint">
        {work.case.releaseHint}
      </p>
    </form>
  );
}
