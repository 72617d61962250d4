import type { DeskError, DeskErrorCode } from '@guichet/kernel';
import { ErrorPage, type ErrorPageKind, errorPageWords, errorWords } from '@guichet/pages';
import type { Logger } from '@guichet/platform';
import type { DeskRequest } from './desk-env.ts';
import { draw } from './draw.tsx';
import { logFault } from './log-fault.ts';

/** Answers an error as a page in the staff member's language, and logs what is a fault of ours. */
export function errorAnswer(log: Logger) {
  return (error: unknown, c: DeskRequest): Response | Promise<Response> => {
    const { error: refused, status, headers } = logFault(log, error, c);
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    return errorPage(c, refused, status);
  };
}

/** Draws the page of a refusal. */
export function errorPage(c: DeskRequest, refused: DeskError, status: number): Response | Promise<Response> {
  // A fault may come before the language was settled.
  if (c.get('language') === undefined) c.set('language', 'fr');
  const language = c.get('language');
  const kind = kindOf(refused.code, refused.publicKey);
  const own = refused.publicKey !== refused.code && refused.code !== 'broken' && kind !== 'csrf';
  return draw(
    c,
    { title: errorPageWords(kind, language).title, status, here: '/' },
    <ErrorPage
      kind={kind}
      language={language}
      {...(own ? { message: errorWords(refused, language) } : {})}
      {...(status >= 500 ? { requestId: c.get('requestId') } : {})}
    />,
  );
}

function kindOf(code: DeskErrorCode, publicKey: string): ErrorPageKind {
  return publicKey === 'csrf' ? 'csrf' : code;
}
