import { CsrfField, type DeskAct } from '@guichet/pages';
import type { Child } from 'hono/jsx';
import type { CaseView } from './case-view.ts';

export interface CaseFormProps {
  view: Pick<CaseView, 'file' | 'csrf'>;
  /** What opens it. */
  title: string;
  /** The key of the desk that opens it. */
  shortcut?: DeskAct;
  /** Under the address of the case. */
  path: string;
  /** True where what was sent was refused: it stands open. */
  isRefused: boolean;
  class?: string;
  children: Child;
}

/** Draws a form on a case, closed until asked for. */
export function CaseForm({ view, title, shortcut, path, isRefused, children, class: own }: CaseFormProps) {
  return (
    <details class="details fold" open={isRefused}>
      <summary data-key={shortcut}>{title}</summary>
      <form
        method="post"
        action={`/cases/${view.file.reference}/${path}`}
        class={['form form-dense', own].filter(Boolean).join(' ')}
      >
        <CsrfField token={view.csrf} />
        {children}
      </form>
    </details>
  );
}
