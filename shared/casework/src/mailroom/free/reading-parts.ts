import type { LetterSuggestions, StoredReading } from '../letter-reading.ts';

/** Takes the reading of some pages of a letter. Unit: pages from 1; `to` is the last one. */
export function readingOfPages(reading: StoredReading, from: number, to: number): StoredReading {
  const { reference, text, sizes, suggestions, candidates, ...rest } = reading;
  const isIn = (page: number) => page >= from && page <= to;
  const moved = <T extends { page: number }>(spot: T): T => ({ ...spot, page: spot.page - from + 1 });
  return {
    ...rest,
    // The code that names a case stands on the first page.
    ...(reference === undefined || from > 1 ? {} : { reference }),
    ...(text === undefined ? {} : { text: text.slice(from - 1, to) }),
    ...(sizes === undefined ? {} : { sizes: sizes.slice(from - 1, to) }),
    ...(suggestions === undefined ? {} : { suggestions: suggestionsOf(suggestions, isIn, moved) }),
    // What the first pages look like says nothing of the others.
    ...(candidates === undefined || from > 1 ? {} : { candidates }),
    fields: reading.fields
      .filter(({ crop }) => isIn(crop.page))
      .map((field) => ({ ...field, crop: moved(field.crop) })),
    pageReasons: reading.pageReasons.slice(from - 1, to),
  };
}

/**
 * Puts the reading of a letter behind that of another, which may be a form of ours.
 *
 * Guarantee: what the first one is stays; a reference named by either is kept, the first one's before. The case that a page
 *   behind a form names is only a suggestion: a reference of its own would make the form an answer to that case.
 */
export function readingsTogether(
  first: StoredReading,
  second: StoredReading,
  isForm: boolean,
): StoredReading {
  const pages = first.pageReasons.length;
  const moved = <T extends { page: number }>(spot: T): T => ({ ...spot, page: spot.page + pages });
  const named = isForm ? withReference(second) : second.suggestions;
  const later = named && suggestionsOf(named, () => true, moved);
  const reference = first.reference ?? (isForm ? undefined : second.reference);
  const suggestions = both(first.suggestions, later);
  return {
    ...first,
    ...(reference === undefined ? {} : { reference }),
    ...(first.text === undefined && second.text === undefined
      ? {}
      : { text: [...padded(first.text, pages, []), ...padded(second.text, second.pageReasons.length, [])] }),
    ...(first.sizes === undefined && second.sizes === undefined
      ? {}
      : {
          sizes: [
            ...padded(first.sizes, pages, null),
            ...padded(second.sizes, second.pageReasons.length, null),
          ],
        }),
    ...(suggestions === undefined ? {} : { suggestions }),
    fields: [...first.fields, ...second.fields.map((field) => ({ ...field, crop: moved(field.crop) }))],
    pageReasons: [...first.pageReasons, ...second.pageReasons],
  };
}

/** Adds the case that the code on the first page names to what was found on the pages. */
function withReference({ reference, suggestions, sizes }: StoredReading): LetterSuggestions | undefined {
  if (reference === undefined) return suggestions;
  const { width, height } = sizes?.[0] ?? { width: 0, height: 0 };
  const found = { value: reference, confidence: 1, spot: { page: 1, x: 0, y: 0, width, height } };
  const none = { dates: [], references: [], phones: [], emails: [], addresses: [], names: [] };
  const held = suggestions ?? none;
  return { ...held, references: [found, ...held.references] };
}

function padded<T>(list: readonly T[] | undefined, length: number, empty: T): T[] {
  return Array.from({ length }, (_, at) => list?.[at] ?? empty);
}

type Moved = <T extends { page: number }>(spot: T) => T;

function suggestionsOf(
  found: LetterSuggestions,
  isIn: (page: number) => boolean,
  moved: Moved,
): LetterSuggestions {
  const of = <T extends { spot: LetterSuggestions['names'][number]['spot'] }>(list: readonly T[]): T[] =>
    list.filter(({ spot }) => isIn(spot.page)).map((one) => ({ ...one, spot: moved(one.spot) }));
  return {
    ...(found.language === undefined ? {} : { language: found.language }),
    dates: of(found.dates),
    references: of(found.references),
    phones: of(found.phones),
    emails: of(found.emails),
    addresses: of(found.addresses),
    names: of(found.names),
  };
}

function both(
  first: LetterSuggestions | undefined,
  second: LetterSuggestions | undefined,
): LetterSuggestions | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  const language = first.language ?? second.language;
  return {
    ...(language === undefined ? {} : { language }),
    dates: [...first.dates, ...second.dates],
    references: [...first.references, ...second.references],
    phones: [...first.phones, ...second.phones],
    emails: [...first.emails, ...second.emails],
    addresses: [...first.addresses, ...second.addresses],
    names: [...first.names, ...second.names],
  };
}
