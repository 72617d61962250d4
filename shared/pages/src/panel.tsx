import type { Child } from 'hono/jsx';

/** Draws the panel of a confirmation: what was done, and the reference to keep. */
export function Panel({ title, children }: { title: string; children?: Child }) {
  return (
    <div class="panel">
      <h1 class="panel-title">{title}</h1>
      {children ? <div class="panel-body">{children}</div> : null}
    </div>
  );
}

/** Draws a reference large, in the groups it is said in. */
export function ReferenceCode({ label, reference }: { label: string; reference: string }) {
  return (
    <p class="reference">
      <span class="reference-label">{label}</span>
      <strong class="reference-code">{reference}</strong>
    </p>
  );
}
