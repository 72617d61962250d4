import type { ServiceShelf, StrandedClass, TakesReport } from '@guichet/casework';
import { formatReference, type Language } from '@guichet/kernel';
import { formatInstant, Table, type TableProps, words } from '@guichet/pages';
import { serviceName } from '../frame/service-name.ts';

export interface TurnPageProps {
  language: Language;
  catalogue: ServiceShelf;
  report: TakesReport;
}

/** Draws what nobody can take, what is passed on again and again, and who was given which case. */
export function TurnPage({ language, catalogue, report }: TurnPageProps) {
  const { desk, work } = words(language);
  const { turn, next } = work.people;
  const named = (code: string) => serviceName(catalogue, code, language);
  const ofCase = [{ label: desk.queue.reference }, { label: desk.queue.service }];
  const whys: Readonly<Record<string, string>> = next.whys;
  return (
    <>
      <h1>{turn.title}</h1>
      <p class="quiet">{turn.lead}</p>
      <Part
        caption={turn.stranded}
        lead={turn.strandedLead}
        empty={turn.noStranded}
        columns={[
          { label: desk.queue.service },
          { label: desk.queue.team },
          { label: turn.needs },
          { label: turn.waiting, numeric: true },
        ]}
        rows={report.stranded.map((one) => ({
          cells: [named(one.serviceCode), one.team, needsOf(one, language), one.waiting],
        }))}
      />
      <Part
        caption={turn.skipped}
        empty={turn.noSkipped}
        columns={[...ofCase, { label: turn.times, numeric: true }, { label: turn.whys }]}
        rows={report.skipped.map((one) => ({
          href: `/cases/${one.reference}`,
          cells: [
            formatReference(one.reference),
            named(one.serviceCode),
            one.times,
            one.whys.map((why) => whys[why] ?? why).join('; '),
          ],
        }))}
      />
      <Part
        caption={turn.takes}
        empty={turn.noTakes}
        columns={[...ofCase, { label: turn.by }, { label: turn.at }]}
        rows={report.takes.map((one) => ({
          href: `/supervisor/next/${one.reference}`,
          cells: [
            formatReference(one.reference),
            named(one.serviceCode),
            one.by,
            formatInstant(one.at, language),
          ],
        }))}
      />
    </>
  );
}

/** A table under its heading, with what it means where it holds anything. */
function Part({ lead, ...table }: Omit<TableProps, 'captionHidden' | 'stacked'> & { lead?: string }) {
  return (
    <>
      <h2>{table.caption}</h2>
      {lead === undefined || table.rows.length === 0 ? null : <p class="quiet">{lead}</p>}
      <Table {...table} captionHidden stacked />
    </>
  );
}

/** Says what a case asks of whoever takes it. */
export function needsOf(
  need: Pick<StrandedClass, 'skills' | 'language' | 'clearance'>,
  language: Language,
): string {
  const { languages, clearances } = words(language).work.people;
  return [...need.skills, languages[need.language], clearances[need.clearance].toLowerCase()].join(', ');
}
