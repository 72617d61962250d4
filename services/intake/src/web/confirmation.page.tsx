import type { CompiledService, Question, ReplyWay } from '@guichet/catalogue';
import type { AcceptedCase, CaseAppointment } from '@guichet/casework';
import { qrModules } from '@guichet/channels/mail';
import { formatReference, type Language } from '@guichet/kernel';
import { formatDay, Panel, Qr, ReferenceCode, words } from '@guichet/pages';
import { AppointmentSection } from './appointment-section.tsx';
import { slipHref } from './documents-to-post.ts';
import { formatCode } from './format-code.ts';

export interface ConfirmationPageProps {
  service: CompiledService;
  replyWay: ReplyWay;
  accepted: Pick<AcceptedCase, 'reference' | 'statusCode' | 'dueAt'>;
  language: Language;
  statusHref: string;
  /** Documents said to follow by post. */
  toPost: readonly Question[];
  /** Lines of the address they are mailed to. */
  address: readonly string[];
  /** Absent where the service is not given by appointment. */
  appointment: CaseAppointment | undefined;
}

/** Draws what a person keeps of a request: its reference, its code, and what happens next. */
export function ConfirmationPage({
  service,
  replyWay,
  accepted,
  language,
  statusHref,
  toPost,
  address,
  appointment,
}: ConfirmationPageProps) {
  const { confirmation } = words(language).walk;
  return (
    <>
      <Panel title={confirmation.title}>
        <p>{service.definition.name[language]}</p>
        <ReferenceCode label={confirmation.reference} reference={formatReference(accepted.reference)} />
        <ReferenceCode label={confirmation.code} reference={formatCode(accepted.statusCode)} />
      </Panel>
      <p>{confirmation.keep}</p>
      <AppointmentSection appointment={appointment} language={language} />
      <h2>{confirmation.next}</h2>
      <p>{service.definition.next[language]}</p>
      <p>
        <strong>{confirmation.due(formatDay(accepted.dueAt, language))}</strong>{' '}
        {confirmation.replyBy[replyWay]}
      </p>
      {toPost.length > 0 ? (
        <ToPost documents={toPost} address={address} reference={accepted.reference} language={language} />
      ) : null}
      <h2>{confirmation.follow}</h2>
      <p>
        <a href="/status">{statusHref.replace(/^https?:\/\//, '')}</a>
      </p>
      <Qr modules={qrModules(statusHref, 'M')} title={confirmation.qr} />
      <p>
        <a href="/">{confirmation.another}</a>
      </p>
    </>
  );
}

interface ToPostProps {
  documents: readonly Question[];
  address: readonly string[];
  reference: AcceptedCase['reference'];
  language: Language;
}

/** Draws the slips to print for the documents that follow by post, and what to do without a printer. */
function ToPost({ documents, address, reference, language }: ToPostProps) {
  const { confirmation } = words(language).walk;
  return (
    <>
      <h2>{confirmation.post}</h2>
      <p>{confirmation.postLead}</p>
      <ul>
        {documents.map((question) => (
          <li>
            <a href={slipHref(question.key)}>{confirmation.slip(question.label[language])}</a>
          </li>
        ))}
      </ul>
      <p>{confirmation.postPlain(formatReference(reference))}</p>
      <address>
        {address.map((line) => (
          <>
            {line}
            <br />
          </>
        ))}
      </address>
    </>
  );
}
