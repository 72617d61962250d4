import type { CompiledService, ReplyWay } from '@guichet/catalogue';
import type { AcceptedCase } from '@guichet/casework';
import { qrModules } from '@guichet/channels/mail';
import { formatReference, type Language } from '@guichet/kernel';
import { formatDay, Panel, Qr, ReferenceCode, words } from '@guichet/pages';

export interface ConfirmationPageProps {
  service: CompiledService;
  replyWay: ReplyWay;
  accepted: Pick<AcceptedCase, 'reference' | 'statusCode' | 'dueAt'>;
  language: Language;
  statusHref: string;
}

/** Draws what a person keeps of a request: its reference, its code, and what happens next. */
export function ConfirmationPage({
  service,
  replyWay,
  accepted,
  language,
  statusHref,
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
      <h2>{confirmation.next}</h2>
      <p>{service.definition.next[language]}</p>
      <p>
        <strong>{confirmation.due(formatDay(accepted.dueAt, language))}</strong>{' '}
        {confirmation.replyBy[replyWay]}
      </p>
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

/** Six digits are read more surely by three. */
function formatCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
