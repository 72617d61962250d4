import { actionName } from '@guichet/catalogue';
import type { Child } from 'hono/jsx';
import { CsrfField } from './button.tsx';

export interface QuestionFormProps {
  /** Where it posts; absent means the page's own address. */
  action?: string;
  csrf?: string;
  /** True when the form may carry files. */
  files?: boolean;
  /** The class of the counter's and desk's dense forms. */
  dense?: boolean;
  children?: Child;
}

/**
 * Draws a form that posts.
 *
 * Guarantee: the Enter key goes on and never adds or removes an entry: browsers press a form's first button.
 */
export function QuestionForm({ action, csrf, files = false, dense = false, children }: QuestionFormProps) {
  return (
    <form
      method="post"
      action={action}
      novalidate
      class={dense ? 'form form-dense' : 'form'}
      enctype={files ? 'multipart/form-data' : undefined}
    >
      {csrf === undefined ? null : <CsrfField token={csrf} />}
      <button
        class="hidden"
        type="submit"
        name={actionName}
        value="continue"
        tabindex={-1}
        aria-hidden="true"
      ></button>
      {children}
    </form>
  );
}
