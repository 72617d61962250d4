import { type DeskContext, pageKey } from '@guichet/casework';
import { type Answers, type CompiledService } from '@guichet/catalogue';
import { layoutForm, newSerial, pageSigner } from '@guichet/channels/mail';
import type { Language } from '@guichet/kernel';
import { degrade, fillForm, type Profile, type ScanFormat, toScan } from '../paper/index.ts';

export interface PostedForm {
  service: CompiledService;
  answers: Answers;
  language?: Language;
  profile?: Profile;
  format?: ScanFormat;
  seed?: number;
}

/** Prints a service's form, fills it, spoils it as an office scanner does and gives the scan, as a mailroom would have it. */
export async function scanOfForm(
  ctx: DeskContext,
  { service, answers, language = 'fr', profile = 'office', format = 'pdf', seed = 7 }: PostedForm,
): Promise<Buffer> {
  const layout = layoutForm(service, language, {
    organisation: 'Ville de Rivière-aux-Pins',
    returnAddress: ['Hôtel de ville', '1, rue de l’Église', 'Rivière-aux-Pins (Québec)  G0A 1B0'],
    serial: newSerial(),
    sign: pageSigner(pageKey(ctx.keyring)),
  });
  const sheets = await fillForm(layout, answers, service, { style: 'typed', seed });
  return toScan(await degrade(sheets, profile, seed), format);
}
