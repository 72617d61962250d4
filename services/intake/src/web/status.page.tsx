import type { CompiledService } from '@guichet/catalogue';
import type { CaseAppointment, CaseStatus } from '@guichet/casework';
import { formatReference, type Language } from '@guichet/kernel';
import { formatDay, StatusTag, type Step, Steps, words } from '@guichet/pages';
import { AppointmentSection } from './appointment-section.tsx';

export interface StatusPageProps {
  status: CaseStatus;
  /** Absent when its definition left the catalogue since. */
  service: CompiledService | undefined;
  language: Language;
  /** Absent where the service is not given by appointment. */
  appointment: CaseAppointment | undefined;
}

/** Draws where a request stands, in the words of every door. */
export function StatusPage({ status, service, language, appointment }: StatusPageProps) {
  const said = words(language).walk.status;
  const state = {
    received: said.open,
    'in-progress': said.working,
    'waiting-for-you': said.paused,
    closed: said.closed,
  }[status.state];
  const tone = (
    { received: 'neutral', 'in-progress': 'info', 'waiting-for-you': 'warning', closed: 'good' } as const
  )[status.state];
  const outcome = service?.definition.outcomes.find(({ key }) => key === status.outcome);
  return (
    <>
      <h1>{said.heading(formatReference(status.reference))}</h1>
      <p>
        <StatusTag tone={tone}>{state}</StatusTag>
      </p>
      <dl class="answers">
        <Row label={said.service} value={service?.definition.name[language] ?? status.serviceCode} />
        <Row label={said.receivedOn} value={formatDay(status.depositedAt, language)} />
        {status.closedAt === null ? <Row label={said.due} value={formatDay(status.dueAt, language)} /> : null}
        {outcome ? <Row label={said.outcome} value={outcome.label[language]} /> : null}
        {status.letter ? (
          <Row label={said.posted} value={formatDay(status.letter.postedAt, language)} />
        ) : null}
      </dl>
      {status.letter?.isReturned ? <p>{said.letterReturned}</p> : null}
      <AppointmentSection appointment={appointment} language={language} />
      <h2>{said.steps}</h2>
      <Steps steps={stepsOf(status, language)} />
      <h2>{said.canDo}</h2>
      <p>{said.canDoText}</p>
    </>
  );
}

function Row({ label, value }: { label: string; value: string }) {
  return (
    <div class="answer">
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function stepsOf({ state, depositedAt, closedAt }: CaseStatus, language: Language): Step[] {
  const said = words(language).walk.status;
  const waiting = state === 'waiting-for-you';
  return [
    {
      label: said.received,
      state: state === 'received' ? 'current' : 'done',
      detail: formatDay(depositedAt, language),
    },
    {
      label: waiting ? said.paused : said.working,
      state: state === 'received' ? 'todo' : closedAt === null ? 'current' : 'done',
    },
    {
      label: said.closed,
      state: closedAt === null ? 'todo' : 'current',
      detail: closedAt && formatDay(closedAt, language),
    },
  ];
}
