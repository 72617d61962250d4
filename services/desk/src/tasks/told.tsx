import { formatReference, type Language, parseReference, type Reference } from '@guichet/kernel';
import { Notice, words } from '@guichet/pages';
import type { DeskRequest } from '../frame/desk-env.ts';

/** What became of the task before this page. */
const kinds = ['typed', 'overtaken', 'unheard', 'called', 'no-answer', 'keys', 'done'] as const;

export interface Told {
  kind: (typeof kinds)[number];
  /** Of the case whose task it was. */
  reference?: Reference;
}

/** Reads what the page before tells this one. */
export function toldOf(c: DeskRequest): Told | undefined {
  const kind = kinds.find((one) => one === c.req.query('told'));
  const reference = parseReference(c.req.query('case') ?? '');
  return kind && { kind, ...(reference && { reference }) };
}

/** Gives the address of a page that is told what became of a task. */
export function telling(path: string, { kind, reference }: Told): string {
  return `${path}?${new URLSearchParams({ told: kind, ...(reference ? { case: reference } : {}) })}`;
}

/** Says in one sentence what became of the task before. */
export function toldWords({ kind }: Told, language: Language): string {
  const { desk, stations, work } = words(language);
  const { transcription } = stations;
  return {
    typed: work.tasks.done,
    overtaken: transcription.overtaken,
    unheard: transcription.unheard,
    called: work.tasks.calledDone,
    'no-answer': transcription.notHadTold,
    keys: desk.keys.kept,
    done: work.case.told.taskDone,
  }[kind];
}

/** Draws what became of the task before, with its case a key away: who notices a slip goes back at once. */
export function ToldNotice({ told, language }: { told: Told; language: Language }) {
  const { caseLink } = words(language).work.tasks;
  return (
    <Notice language={language} kind={told.kind === 'overtaken' ? 'warning' : 'success'}>
      <p>
        {toldWords(told, language)}{' '}
        {told.reference === undefined ? null : (
          <a href={`/cases/${told.reference}`}>
            {caseLink} {formatReference(told.reference)}
          </a>
        )}
      </p>
    </Notice>
  );
}
