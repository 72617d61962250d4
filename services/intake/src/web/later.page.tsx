import { type CompiledService, writePhone } from '@guichet/catalogue';
import type { OfferedResume } from '@guichet/casework';
import { formatReference, type Language } from '@guichet/kernel';
import { formatDay, Panel, ReferenceCode, words } from '@guichet/pages';
import type { DoorFacts } from '../door.ts';
import { draftFormHref } from './draft-form.route.ts';
import { formatCode } from './format-code.ts';

export interface LaterPageProps {
  offered: OfferedResume;
  service: CompiledService;
  language: Language;
  facts: Pick<DoorFacts, 'publicUrl' | 'phone'>;
  backHref: string;
}

/** Draws what a person keeps to go on later, until when, and how at each door. */
export function LaterPage({ offered, service, language, facts, backHref }: LaterPageProps) {
  const { resume } = words(language).walk;
  const { name, channels } = service.definition;
  const href = `${facts.publicUrl}/resume`;
  return (
    <>
      <Panel title={resume.savedTitle}>
        <p>{name[language]}</p>
        <ReferenceCode label={resume.number} reference={formatReference(offered.number)} />
        <ReferenceCode label={resume.code} reference={formatCode(offered.code)} />
      </Panel>
      <p>
        <strong>{resume.savedText}</strong> {resume.until(formatDay(offered.expiresAt, language))}
      </p>
      <p>{resume.keep}</p>
      <h2>{resume.how}</h2>
      <h3>{resume.byWeb}</h3>
      <p>
        {resume.byWebText} <a href="/resume">{href.replace(/^https?:\/\//, '')}</a>.
      </p>
      {facts.phone === undefined || channels.phone ? null : (
        <>
          <h3>{resume.byPhone}</h3>
          <p>{resume.byPhoneText(writePhone(facts.phone))}</p>
        </>
      )}
      {channels.mail ? null : (
        <>
          <h3>{resume.byMail}</h3>
          <p>
            {resume.byMailText} <a href={draftFormHref}>{resume.byMailForm}</a>{' '}
            <a href={`${draftFormHref}?print=large`}>{resume.byMailFormLarge}</a>
          </p>
        </>
      )}
      {channels.counter ? null : (
        <>
          <h3>{resume.atCounter}</h3>
          <p>{resume.atCounterText}</p>
        </>
      )}
      <p class="actions">
        <a href={backHref}>{resume.back}</a>
      </p>
    </>
  );
}
