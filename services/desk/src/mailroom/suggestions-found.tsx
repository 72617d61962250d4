import type { Letter } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { formatDay, words } from '@guichet/pages';
import { writePhone } from '@guichet/catalogue';

/** Draws what the machine found in a letter: its language, days, and how to reach who wrote it. */
export function SuggestionsFound({ letter, language }: { letter: Letter; language: Language }) {
  const { suggestions } = letter;
  const { free } = words(language).work;
  if (suggestions === undefined) return null;
  const rows: [string, string][] = [
    ...(suggestions.language
      ? [[free.of.language, free.languages[suggestions.language]] as [string, string]]
      : []),
    ...suggestions.dates
      .slice(0, 3)
      .map(({ of, value }): [string, string] => [free.of[of], formatDay(value, language)]),
    ...suggestions.names.map(({ value }): [string, string] => [free.of.name, value]),
    ...suggestions.addresses.map(({ value }): [string, string] => [
      free.of.address,
      [value.street, value.unit, value.municipality, `${value.province} ${value.postalCode}`]
        .filter((part) => part !== undefined && part !== '')
        .join(', '),
    ]),
    ...suggestions.phones.map(({ value }): [string, string] => [free.of.phone, writePhone(value)]),
    ...suggestions.emails.map(({ value }): [string, string] => [free.of.email, value]),
  ];
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="found">
      <h2 id="found">{free.found}</h2>
      <p class="quiet">{free.foundLead}</p>
      <dl class="found-facts">
        {rows.map(([label, value]) => (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
