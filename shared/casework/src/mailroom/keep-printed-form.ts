import { canonicalJson, DeskError, type Language } from '@guichet/kernel';
import type { Sql } from '@guichet/platform';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { serviceSubject } from '../intake/service-subject.ts';

/** A way that a form was printed; its pages carry all of this in their codes. */
export interface PrintedFormKey {
  service: string;
  version: number;
  language: Language;
  paper: 'letter' | 'a4';
  print: 'normal' | 'large';
  /** Fingerprint of the places of its fields. */
  geometry: string;
}

/** Where the fields of a form stand on each of its pages, as the mail channel writes it. Unit: millimetres */
export interface PrintedForm extends PrintedFormKey {
  pages: readonly object[];
}

/** What this process has written or seen, by database: a form is printed a thousand times and kept once. */
const kept = new WeakMap<Sql, Set<string>>();

/**
 * Keeps where the fields of a form stand, before its first printing leaves the desk, so that it can be read for ever.
 *
 * Guarantee: repeating changes nothing and, in one process, asks nothing; two layouts under one fingerprint are never printed.
 * Errors: broken — another layout has this fingerprint: the form must not be handed out.
 */
export async function keepPrintedForm(ctx: DeskContext, form: PrintedForm): Promise<void> {
  const { service, version, language, paper, print, geometry, pages } = form;
  const known = kept.get(ctx.sql) ?? new Set<string>();
  kept.set(ctx.sql, known);
  const key = [service, version, language, paper, print, geometry].join('/');
  if (known.has(key)) return;
  await transact(ctx, 'form.print', async (tx) => {
    const layout = { service, version, language, paper, print, geometry, pages };
    const { count } = await tx.sql`
      insert into printed_form (service_code, service_version, language, paper, print, geometry, layout, printed_at)
      values (${service}, ${version}, ${language}, ${paper}, ${print}, ${geometry}, ${tx.sql.json(layout as never)}, ${tx.now})
      on conflict do nothing`;
    if (count > 0) {
      const data = { language, paper, print, geometry, pages: pages.length };
      return tx.record(
        { subject: serviceSubject({ code: service, version }), kind: 'service.form-printed', data },
        undefined,
      );
    }
    const [there] = await tx.sql<[{ layout: PrintedForm }?]>`
      select layout from printed_form where service_code = ${service} and service_version = ${version} and language = ${language}
        and paper = ${paper} and print = ${print} and geometry = ${geometry}`;
    if (there === undefined || canonicalJson(there.layout) !== canonicalJson(layout))
      throw new DeskError('broken', 'fault', { detail: `two layouts of ${key}` });
    return tx.unchanged(undefined);
  });
  known.add(key);
}
