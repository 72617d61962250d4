import type { CompiledService } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import type { FormOptions } from './form-options.ts';
import { layoutForm } from './lay-out-form.ts';
import { renderForm } from './render-form.ts';

/** Prints the paper form of a service: one tagged PDF, one serial. */
export async function formPdf(
  compiled: CompiledService,
  language: Language,
  options: FormOptions,
): Promise<Buffer> {
  return renderForm(layoutForm(compiled, language, options));
}
