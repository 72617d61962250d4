import type { Child } from 'hono/jsx';

export interface Step {
  label: string;
  state: 'done' | 'current' | 'todo';
  /** Dates or words under the label. */
  detail?: Child;
}

/** Lists the steps of something under way, in order, the one in progress marked for everyone. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol class="steps">
      {steps.map((step) => (
        <li class={`step step-${step.state}`} aria-current={step.state === 'current' ? 'step' : undefined}>
          <span class="step-label">{step.label}</span>
          {step.detail ? <span class="step-detail">{step.detail}</span> : null}
        </li>
      ))}
    </ol>
  );
}
