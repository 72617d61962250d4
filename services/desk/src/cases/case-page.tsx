import { formatReference } from '@guichet/kernel';
import { formatDay, formatInstant, Notice, words } from '@guichet/pages';
import { AppointmentSection } from '../appointments/appointment-section.tsx';
import { deskAssetPaths } from '../frame/desk-assets.ts';
import { DueSign } from '../frame/due-sign.tsx';
import { PresenceNotice } from '../queue/presence-notice.tsx';
import { AnswersSection } from './answers/answers-section.tsx';
import { CaseState } from './case-state.tsx';
import type { CaseView } from './frame/case-view.ts';
import { ClocksSection } from './clocks-section.tsx';
import { EvidenceSection } from './evidence-section.tsx';
import { HistorySection } from './history-section.tsx';
import { IdentitySection } from './identity-section.tsx';
import { ReferralsSection } from './referrals-section.tsx';
import { LinksSection } from './links/links-section.tsx';
import { ReplyForm } from './reply/reply-form.tsx';
import { TransferForm } from './transfer/transfer-form.tsx';
import { TasksSection } from './tasks/tasks-section.tsx';
import { TimelineSection } from './timeline/timeline-section.tsx';
import { RepliesSection } from './replies-section.tsx';
import { WorkedSection } from './answers/worked-section.tsx';

/** Draws a case: what is asked beside what may be decided, then everything that happened. */
export function CasePage(view: CaseView) {
  const { language } = view;
  const { work } = words(language);
  return (
    <>
      <a class="back" href="/">
        {work.case.back}
      </a>
      <CaseHead {...view} />
      <PresenceNotice reference={view.file.reference} />
      {view.told === undefined ? null : (
        <Notice language={language} kind="success">
          {view.told}
        </Notice>
      )}
      <div class="desk-columns case-columns" data-fits>
        <div class="case-facts">
          <AnswersSection {...view} />
          <WorkedSection {...view} />
          <ReferralsSection {...view} />
          <LinksSection {...view} />
          <EvidenceSection {...view} />
          <TimelineSection {...view} />
          <RepliesSection {...view} />
          <HistorySection {...view} />
        </div>
        <div class="case-work">
          <IdentitySection {...view} />
          <CaseState {...view} />
          <ClocksSection {...view} />
          {view.me.replies ? <ReplyForm {...view} /> : null}
          <AppointmentSection {...view} />
          <TasksSection {...view} />
          {view.me.transfers ? <TransferForm {...view} /> : null}
        </div>
      </div>
      <script type="module" src={deskAssetPaths.autosave}></script>
      <script type="module" src={deskAssetPaths.inPlace}></script>
    </>
  );
}

function CaseHead({ file, service, language, now }: CaseView) {
  const { desk, work } = words(language);
  const ways: Readonly<Record<string, string>> = desk.case.replyWay;
  const facts: [string, unknown][] = [
    [desk.queue.channel, desk.channel[file.channel]],
    [desk.case.deposited, formatInstant(file.depositedAt, language)],
    ...(differentDay(file)
      ? [[desk.case.captured, formatDay(file.capturedAt, language)] as [string, unknown]]
      : []),
    [
      desk.queue.due,
      file.closure ? (
        formatDay(file.dueAt, language)
      ) : (
        <DueSign dueAt={file.dueAt} now={now} language={language} />
      ),
    ],
    [desk.case.replyBy, ways[file.replyWay] ?? file.replyWay],
    [work.case.language, work.case.languages[file.language]],
  ];
  return (
    <header class="case-head">
      {/* Browsers tell when what is marked so was painted. Source: Element Timing API */}
      <h1 {...{ elementtiming: 'case' }}>
        <span class="code">{formatReference(file.reference)}</span>{' '}
        <span class="case-service">{service?.definition.name[language] ?? file.serviceCode}</span>
      </h1>
      <dl class="facts">
        {facts.map(([label, value]) => (
          <div>
            <dt>{label}</dt>
            <dd>{value as string}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

/** A letter or a late entry: the day the person acted is not the day it was typed in. */
function differentDay({ depositedAt, capturedAt }: CaseView['file']): boolean {
  return depositedAt.toISOString().slice(0, 10) !== capturedAt.toISOString().slice(0, 10);
}
