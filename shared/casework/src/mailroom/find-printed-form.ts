import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';
import type { PrintedForm, PrintedFormKey } from './keep-printed-form.ts';

/** Finds where the fields of a form stand that was printed some day, by what the code of its pages says. No personal data, so no event. */
export function findPrintedForm(ctx: DeskContext, key: PrintedFormKey): Promise<PrintedForm | undefined> {
  return readAs(ctx, 'mailroom.read', async (sql) => {
    const [row] = await sql<[{ layout: PrintedForm }?]>`
      select layout from printed_form
      where service_code = ${key.service} and service_version = ${key.version} and language = ${key.language}
        and paper = ${key.paper} and print = ${key.print} and geometry = ${key.geometry}`;
    return row?.layout;
  });
}

/** Lists every layout on the shelf of printed forms, the newest first, key as tie-break, at most `limit`: what a page without a code may be. */
export function listPrintedForms(ctx: DeskContext, limit = 500): Promise<PrintedForm[]> {
  return readAs(ctx, 'mailroom.read', async (sql) => {
    const rows = await sql<{ layout: PrintedForm }[]>`
      select layout from printed_form
      order by printed_at desc, service_code, service_version, language, paper, print, geometry limit ${limit}`;
    return rows.map(({ layout }) => layout);
  });
}
