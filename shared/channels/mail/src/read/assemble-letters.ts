import type { Language } from '@guichet/kernel';
import type { PageSubject } from '../page-code.ts';
import type { PaperName, PrintSize } from '../paper.ts';
import type { ReadPage } from './read-page.ts';

/** The pages of one printing of a form, in order. */
export interface FormLetter {
  kind: 'form';
  service: string;
  version: number;
  language: Language;
  serial: string;
  geometry: string;
  paper: PaperName;
  print: PrintSize;
  /** The request it was printed for. */
  about?: PageSubject;
  pageCount: number;
  /** In the order of the form, one each. */
  pages: ReadPage[];
  missing: number[];
  /** Further pictures of a page already there; the first is kept. */
  duplicates: ReadPage[];
}

/** A letter without our form: a person says what it is about. */
export interface FreeLetter {
  kind: 'free';
  /** The case it names, when it came back with the code of a letter of ours. */
  reference?: string;
  /** Serial of the form that came just before it: it may be a document enclosed with that form, for a person to say. */
  follows?: string;
  pages: ReadPage[];
}

export type Letter = FormLetter | FreeLetter;

/**
 * Puts the pages of a scan together into letters.
 *
 * Guarantee: every page ends in exactly one place; no page takes the identity of another; blank backs are told apart.
 * Shape:     pages of one serial make a form, in whatever order they come; pages without a code that follow one another
 *            make a free letter
 */
export function assembleLetters(pages: readonly ReadPage[]): { letters: Letter[]; blanks: ReadPage[] } {
  const letters: Letter[] = [];
  const blanks: ReadPage[] = [];
  const forms = new Map<string, FormLetter>();
  let current: Letter | undefined;
  for (const page of pages) {
    if (page.blank) {
      blanks.push(page);
    } else if (page.code !== undefined) {
      const known: FormLetter = forms.get(identityOf(page)) ?? newForm(page.code);
      if (!forms.has(identityOf(page))) {
        forms.set(identityOf(page), known);
        letters.push(known);
      }
      if (known.pages.some((other) => other.code?.page === page.code?.page)) known.duplicates.push(page);
      else known.pages.push(page);
      current = known;
    } else if (current?.kind === 'free' && page.reference === undefined) {
      current.pages.push(page);
    } else {
      const follows = current?.kind === 'form' ? { follows: current.serial } : {};
      const reference = page.reference === undefined ? {} : { reference: page.reference };
      current = { kind: 'free', pages: [page], ...reference, ...follows };
      letters.push(current);
    }
  }
  for (const form of forms.values()) inOrder(form);
  return { letters, blanks };
}

function identityOf(page: ReadPage): string {
  const { code } = page;
  return code === undefined ? '' : [code.service, code.version, code.language, code.serial].join('/');
}

function newForm(code: NonNullable<ReadPage['code']>): FormLetter {
  const { service, version, language, serial, geometry, paper, print, about, pages: pageCount } = code;
  return {
    kind: 'form',
    service,
    version,
    language,
    serial,
    geometry,
    paper,
    print,
    ...(about === undefined ? {} : { about }),
    pageCount,
    pages: [],
    missing: [],
    duplicates: [],
  };
}

function inOrder(form: FormLetter): void {
  form.pages.sort((a, b) => (a.code?.page ?? 0) - (b.code?.page ?? 0));
  const there = new Set(form.pages.map((page) => page.code?.page));
  form.missing = Array.from({ length: form.pageCount }, (_, at) => at + 1).filter((page) => !there.has(page));
}
