import { type DeskContext, pageKey } from '@guichet/casework';
import { type Answers, type CompiledService } from '@guichet/catalogue';
import { layoutForm, newSerial, pageSigner } from '@guichet/channels/mail';
import type { Language } from '@guichet/kernel';
import { degrade, fillForm, type Profile, type ScanFormat, type Sheet, toScan } from '../paper/index.ts';

export interface PostedForm {
  service: CompiledService;
  answers: Answers;
  language?: Language;
  profile?: Profile;
  format?: ScanFormat;
  seed?: number;
}

/** Prints a service's form, fills it, spoils it as an office scanner does and gives the scan, as a mailroom would have it. */
export async function scanOfForm(ctx: DeskContext, form: PostedForm): Promise<Buffer> {
  return toScan(await sheetsOfForm(ctx, form), form.format ?? 'pdf');
}

/** Does the same with form after form, each filled with a seed of its own, until the scan has so many pages. */
export async function scanOfForms(
  ctx: DeskContext,
  forms: readonly PostedForm[],
  { pages, seed }: { pages: number; seed: number },
): Promise<Buffer> {
  const sheets: Sheet[] = [];
  for (let at = 0; sheets.length < pages; at += 1) {
    const form = forms[at % forms.length];
    if (form) sheets.push(...(await sheetsOfForm(ctx, { ...form, seed: seed * 1000 + at })));
  }
  return toScan(sheets.slice(0, pages), 'pdf');
}

async function sheetsOfForm(
  ctx: DeskContext,
  { service, answers, language = 'fr', profile = 'office', seed = 7 }: PostedForm,
): Promise<Sheet[]> {
  const layout = layoutForm(service, language, {
    organisation: 'Ville de Rivière-aux-Pins',
    returnAddress: ['Hôtel de ville', '1, rue de l’Église', 'Rivière-aux-Pins (Québec)  G0A 1B0'],
    serial: newSerial(),
    sign: pageSigner(pageKey(ctx.keyring)),
  });
  return degrade(await fillForm(layout, answers, service, { style: 'typed', seed }), profile, seed);
}
