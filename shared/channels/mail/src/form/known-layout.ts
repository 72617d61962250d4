import type { CompiledService } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { type PaperName, paperNames, type PrintSize, printSizes, type Rect } from '../paper.ts';
import { type FieldLayout, type FormLayout, isField } from './form-layout.ts';
import { layoutForm } from './lay-out-form.ts';

/** How one form was printed. */
export interface Printing {
  language: Language;
  paper: PaperName;
  print: PrintSize;
}

const held = new WeakMap<CompiledService, Map<string, FormLayout>>();

/** Gives where the fields of a form stand as it is printed now; they depend on neither the serial nor the addresses. */
export function currentLayout(compiled: CompiledService, printing: Printing): FieldLayout {
  return fieldLayout(wholeLayout(compiled, printing));
}

/** Gives where a form as it is printed now is signed; undefined when it is not, or was printed otherwise. */
export function signaturePlace(
  compiled: CompiledService,
  form: Printing & Pick<FieldLayout, 'geometry'>,
): { page: number; place: Rect } | undefined {
  const layout = wholeLayout(compiled, form);
  if (layout.geometry !== form.geometry) return undefined;
  for (const { number, items } of layout.pages) {
    const found = items.find((item) => item.kind === 'signature' && item.of === 'name');
    if (found) return { page: number, place: found.place };
  }
  return undefined;
}

function wholeLayout(compiled: CompiledService, { language, paper, print }: Printing): FormLayout {
  const layouts = held.get(compiled) ?? new Map<string, FormLayout>();
  held.set(compiled, layouts);
  const key = `${language} ${paper} ${print}`;
  const known = layouts.get(key);
  if (known !== undefined) return known;
  const layout = layoutForm(compiled, language, {
    organisation: '-',
    returnAddress: ['-'],
    serial: '0000000000',
    sign: () => '0',
    paper,
    print,
  });
  layouts.set(key, layout);
  return layout;
}

/** Keeps of a layout what reading it back takes: no text, so nothing of a person. */
export function fieldLayout({
  service,
  version,
  language,
  geometry,
  paper,
  print,
  pages,
}: FieldLayout): FieldLayout {
  const bare = pages.map(({ number, items }) => ({ number, items: items.filter(isField) }));
  return { service, version, language, geometry, paper, print, pages: bare };
}

/** Lists every way a form is printed in one language. */
export function printingsIn(language: Language): Printing[] {
  return paperNames.flatMap((paper) => printSizes.map((print) => ({ language, paper, print })));
}
