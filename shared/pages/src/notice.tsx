import type { Language } from '@guichet/kernel';
import type { Child } from 'hono/jsx';
import { words } from './words.ts';

export interface NoticeProps {
  kind?: 'info' | 'success' | 'warning';
  language: Language;
  /** Absent means the kind's own words. */
  title?: string;
  children?: Child;
}

/** Draws a message that must not be missed; success is announced politely to screen readers. */
export function Notice({ kind = 'info', language, title, children }: NoticeProps) {
  const { frame } = words(language);
  return (
    <div class={`notice notice-${kind}`} role={kind === 'success' ? 'status' : undefined}>
      <p class="notice-title">{title ?? (kind === 'success' ? frame.success : frame.important)}</p>
      {children ? <div class="notice-body">{children}</div> : null}
    </div>
  );
}
