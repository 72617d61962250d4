import { CsrfField } from '@guichet/pages';

/** Draws a one-button form in a row of a table; its name says which row for who can't see it. */
export function MarkButton({
  action,
  csrf,
  label,
  of,
}: {
  action: string;
  csrf: string;
  label: string;
  of: string;
}) {
  return (
    <form method="post" action={action} class="inline-form">
      <CsrfField token={csrf} />
      <button class="button button-secondary button-row" type="submit" aria-label={`${label} : ${of}`}>
        {label}
      </button>
    </form>
  );
}
