import type { Language } from '@guichet/kernel';
import { words } from './words.ts';

export type ErrorPageKind =
  | 'not-found'
  | 'not-allowed'
  | 'gone'
  | 'conflict'
  | 'invalid'
  | 'too-many'
  | 'not-now'
  | 'csrf'
  | 'broken';

export interface ErrorPageProps {
  kind: ErrorPageKind;
  language: Language;
  /** Words of the refusal itself, when there are any better than the kind's. */
  message?: string;
  /** Shown where a person may need to call about it. */
  requestId?: string;
  homeHref?: string;
}

/** Draws what to say when a page can't be given; goes inside a layout. */
export function ErrorPage({ kind, language, message, requestId, homeHref = '/' }: ErrorPageProps) {
  const { title, text } = errorPageWords(kind, language);
  const { errors } = words(language);
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">{message ?? text}</p>
      {requestId === undefined ? null : (
        <p>
          {errors.requestNumber} <code class="request-number">{requestId}</code>
        </p>
      )}
      <p>
        <a href={homeHref}>{errors.backHome}</a>
      </p>
    </>
  );
}

/** Gives the title and text of an error page, the title also for the layout. */
export function errorPageWords(kind: ErrorPageKind, language: Language): { title: string; text: string } {
  const { errors } = words(language);
  switch (kind) {
    case 'not-found':
      return { title: errors.notFoundTitle, text: errors.notFoundText };
    case 'not-allowed':
      return { title: errors.notAllowedTitle, text: errors.notAllowedText };
    case 'gone':
      return { title: errors.goneTitle, text: errors.goneText };
    case 'conflict':
      return { title: errors.conflictTitle, text: errors.keys.conflict() };
    case 'invalid':
      return { title: errors.invalidTitle, text: errors.keys.invalid() };
    case 'too-many':
      return { title: errors.tooManyTitle, text: errors.tooManyText };
    case 'not-now':
      return { title: errors.unavailableTitle, text: errors.unavailableText };
    case 'csrf':
      return { title: errors.csrfTitle, text: errors.csrfText };
    case 'broken':
      return { title: errors.brokenTitle, text: errors.brokenText };
  }
}
