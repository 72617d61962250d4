import type { CaseFile } from '@guichet/casework';
import type { CompiledService } from '@guichet/catalogue';
import { formatReference, type Language, newId } from '@guichet/kernel';
import { Button, CsrfField, formatInstant, Notice, Table, words } from '@guichet/pages';
import { changeWords } from './change-words.ts';
import { seenName } from './seen-field.tsx';

export interface ConflictPageProps {
  language: Language;
  csrf: string;
  file: CaseFile;
  service: CompiledService | undefined;
  /** The version that the form was drawn from. */
  seen: number;
  /** Where it was sent. */
  action: string;
  /** Its controls that are sent again as they were. */
  kept: readonly (readonly [name: string, value: string])[];
  /** Its texts, to be sent again as they are or put right. */
  texts: readonly (readonly [name: string, value: string])[];
}

/** Draws what changed while somebody had a case before them, beside what they typed, and lets them go on from there. */
export function ConflictPage(props: ConflictPageProps) {
  const { language, csrf, file, service, seen, action, kept, texts } = props;
  const { lock, case: said } = words(language).work;
  const changes = (file.changes ?? []).map((change) => changeWords(change, service, language));
  const names: Readonly<Record<string, string>> = said.events;
  const since = file.history.filter(
    ({ seq, kind }) => seq > seen && !/^(case\.(read|revealed|searched)|evidence\.|status\.)/.test(kind),
  );
  const isClosed = file.closure !== null;
  return (
    <>
      <a class="back" href={`/cases/${file.reference}`}>
        {formatReference(file.reference)}
      </a>
      <h1>{lock.title}</h1>
      <Notice language={language} kind="warning">
        {lock.lead}
      </Notice>
      <h2>{lock.what}</h2>
      <Table
        caption={lock.what}
        captionHidden
        empty={lock.noField}
        columns={[{ label: lock.field }, { label: lock.before }, { label: lock.after }]}
        rows={changes.map(({ field, before, after }) => ({ cells: [field, before, after] }))}
      />
      <ul class="case-tasks">
        {since.map(({ kind, at, actorName }) => (
          <li>
            {names[kind] ?? kind}{' '}
            <span class="quiet">{[formatInstant(at, language), actorName].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
      <h2>{lock.yours}</h2>
      {texts.length === 0 ? <p class="quiet">{lock.noText}</p> : null}
      {isClosed ? (
        <>
          <p>{lock.closed}</p>
          {texts.map(([, value]) => (
            <form method="post" action={`/cases/${file.reference}/notes`} class="form form-dense">
              <CsrfField token={csrf} />
              <input type="hidden" name="key" value={newId()} />
              <textarea class="input" name="words" rows={6} aria-label={lock.yours}>
                {value}
              </textarea>
              <Button kind="secondary">{lock.keepAsNote}</Button>
            </form>
          ))}
        </>
      ) : (
        <form method="post" action={action} class="form form-dense">
          <CsrfField token={csrf} />
          <input type="hidden" name={seenName} value={String(file.version)} />
          {kept.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          {texts.map(([name, value]) => (
            <textarea class="input" name={name} rows={6} aria-label={lock.yours} lang={file.language}>
              {value}
            </textarea>
          ))}
          <p class="row-buttons">
            <Button>{lock.save}</Button>
            <a href={`/cases/${file.reference}`}>{lock.leave}</a>
          </p>
        </form>
      )}
    </>
  );
}
