import type { Letter, NamedCase, ServiceShelf } from '@guichet/casework';
import { formatReference, type Language } from '@guichet/kernel';
import { Button, CsrfField, formatDay, words } from '@guichet/pages';
import { serviceName } from '../frame/service-name.ts';

export interface NamedCasesProps {
  language: Language;
  csrf: string;
  letter: Pick<Letter, 'id'>;
  named: readonly NamedCase[];
  catalogue: ServiceShelf;
}

/** Draws the cases that a letter may be for, each with the button that puts it there. */
export function NamedCases({ language, csrf, letter, named, catalogue }: NamedCasesProps) {
  const { free } = words(language).work;
  if (named.length === 0) return null;
  return (
    <section aria-labelledby="named-cases">
      <h2 id="named-cases">{free.suggestedCases}</h2>
      {named.map(({ reference, serviceCode, depositedAt, closed }) => {
        const said = free.suggestedCase(
          formatReference(reference),
          serviceName(catalogue, serviceCode, language),
          formatDay(depositedAt, language),
        );
        return (
          <form method="post" action={`/mailroom/letters/${letter.id}/case`} class="named-case">
            <CsrfField token={csrf} />
            <input type="hidden" name="reference" value={reference} />
            <p>{closed ? `${said} (${free.closed})` : said}</p>
            <Button>{free.joinThis(formatReference(reference))}</Button>
          </form>
        );
      })}
    </section>
  );
}
