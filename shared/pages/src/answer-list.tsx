import type { Language } from '@guichet/kernel';
import type { Child } from 'hono/jsx';
import { words } from './words.ts';

export interface AnswerRow {
  label: string;
  /** Words, or a drawing such as `MaskedValue`; several lines for several values. */
  value: Child | string[];
  changeHref?: string;
  /** True when the answer is missing or refused. */
  wrong?: boolean;
  /** The row's id, for links of an error summary. */
  id?: string;
}

/** Lists questions with their answers, each with a link to change it where it may be. */
export function AnswerList({ rows, language }: { rows: readonly AnswerRow[]; language: Language }) {
  const { frame, walk } = words(language);
  return (
    <dl class="answers">
      {rows.map((row) => (
        <div
          class={row.wrong ? 'answer answer-wrong' : 'answer'}
          id={row.id}
          tabindex={row.id ? -1 : undefined}
        >
          <dt>{row.label}</dt>
          <dd>
            {isLines(row.value) ? row.value.map((line) => <span class="line">{line}</span>) : row.value}
          </dd>
          {row.changeHref === undefined ? null : (
            <dd class="answer-change">
              <a href={row.changeHref} aria-label={walk.check.changeOf(row.label)}>
                {frame.change}
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

function isLines(value: AnswerRow['value']): value is string[] {
  return Array.isArray(value) && value.every((line) => typeof line === 'string');
}
