import type { Child } from 'hono/jsx';

export interface QuestionBlockProps {
  field: { name: string; decides?: boolean };
  class?: string;
  /** The id of what the page shows beside the question while it has the focus. */
  shows?: string | undefined;
  children?: Child;
}

/** Sets a question of a screen apart by its name: it can come and go while the others stay as they are being typed. */
export function QuestionBlock({ field, class: kind = 'asked', shows, children }: QuestionBlockProps) {
  return (
    <div
      class={kind}
      data-question={field.name}
      data-decides={field.decides ? '' : undefined}
      data-shows={shows}
    >
      {children}
    </div>
  );
}
