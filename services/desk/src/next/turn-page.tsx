import type { ServiceShelf, StrandedClass, TakesReport } from '@guichet/casework';
import { formatReference, type Language } from '@guichet/kernel';
import { formatInstant, Table, words } from '@guichet/pages';
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
  const whys: Readonly<Record<string, string>> = next.whys;
  return (
    <>
      <h1>{turn.title}</h1>
      <p class="quiet">{turn.lead}</p>
      <h2>{turn.stranded}</h2>
      {report.stranded.length === 0 ? null : <p class="quiet">{turn.strandedLead}</p>}
      <Table
        caption={turn.stranded}
        captionHidden
        empty={turn.noStranded}
        stacked
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
      <h2>{turn.skipped}</h2>
      <Table
        caption={turn.skipped}
        captionHidden
        empty={turn.noSkipped}
        stacked
        columns={[
          { label: desk.queue.reference },
          { label: desk.queue.service },
          { label: turn.times, numeric: true },
          { label: turn.whys },
        ]}
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
      <h2>{turn.takes}</h2>
      <Table
        caption={turn.takes}
        captionHidden
        empty={turn.noTakes}
        stacked
        columns={[
          { label: desk.queue.reference },
          { label: desk.queue.service },
          { label: turn.by },
          { label: turn.at },
        ]}
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

/** Says what a case asks of whoever takes it. */
export function needsOf(
  need: Pick<StrandedClass, 'skills' | 'language' | 'clearance'>,
  language: Language,
): string {
  const { languages, clearances } = words(language).work.people;
  return [...need.skills, languages[need.language], clearances[need.clearance].toLowerCase()].join(', ');
}
