import { fileURLToPath } from 'node:url';
import { type Answers, type CompiledService, isEntries } from '@guichet/catalogue';
import { loadCatalogue } from '@guichet/catalogue/load';
import { type Language, languages } from '@guichet/kernel';
import * as fc from 'fast-check';
import { anyAnswers } from '../support/any-answers.ts';

/** The day of all derivations. */
export const today = '2026-11-23';

export type Narrow = NonNullable<Parameters<typeof anyAnswers>[1]>;

/** One version of a service of the shipped pack, in one language, with the name its tests go by. */
export interface PackRow {
  service: CompiledService;
  language: Language;
  name: string;
}

/** Lists every version of the shipped services in every language. */
export function packRows(): PackRow[] {
  const pack = loadCatalogue(fileURLToPath(new URL('../../shared/catalogue/packs', import.meta.url)));
  return pack.versions.flatMap((service) =>
    languages.map((language) => ({
      service,
      language,
      name: `${service.definition.code} v${service.definition.version}`,
    })),
  );
}

/** Makes complete answers only: what is not complete is refused alike, which each door's own tests show. */
export const complete = (service: CompiledService, narrow?: Narrow): fc.Arbitrary<Answers> =>
  anyAnswers(service, narrow).filter((answers) => service.parse(answers, { today }).ok);

/** What neither paper nor a keypad can carry otherwise: documents that come later, numbers and addresses of Canada. */
export const withinCanada: Narrow = (question) => {
  switch (question.type) {
    case 'file':
      return fc.constantFrom(...question.later.map((later) => ({ later })));
    case 'phone':
      return fc.constantFrom('+14185550123', '+15145550199');
    case 'address':
      return fc.constantFrom(
        { street: '12, rue Saint-Jean', municipality: 'Québec', province: 'QC', postalCode: 'G1R 4S9' },
        { street: '3 Main St', unit: '4', municipality: 'Ottawa', province: 'ON', postalCode: 'K1A 0B1' },
      );
    default:
      return undefined;
  }
};

/** More entries than are printed go on a sheet of the person's own, which a clerk types. */
export const isPrinted = (answers: Answers): boolean =>
  Object.values(answers).every((value) => !isEntries(value) || value.length <= 4);

/** An optional consent never given and one refused are one answer; so are no entries, no options and nothing at all. */
export function plain(service: CompiledService, answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).filter(
      ([key, value]) =>
        !(value === false && service.question(key)?.type === 'consent') &&
        !(Array.isArray(value) && value.length === 0),
    ),
  );
}
