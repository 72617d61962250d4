import type { ServiceShelf } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { Notice, Table, words } from '@guichet/pages';
import { PublicationForm } from './publication-form.tsx';

/** Draws what is on offer, what waits to be published, and each problem of the files that are refused. */
export function CatalogueSection({
  catalogue,
  language,
  today,
  csrf,
}: {
  catalogue: ServiceShelf;
  language: Language;
  today: string;
  csrf: string;
}) {
  const { desk, work } = words(language);
  const said = desk.supervisor.catalogue;
  const { problems, services, standIns, drafts } = catalogue;
  const form = (kind: 'publication' | 'retirement', { code, version }: { code: string; version: number }) => (
    <PublicationForm
      kind={kind}
      code={code}
      version={version}
      today={today}
      language={language}
      csrf={csrf}
    />
  );
  return (
    <section id="catalogue">
      <h2>{work.supervisor.catalogue}</h2>
      {problems.length === 0 ? (
        <p class="quiet">{work.supervisor.catalogueFine}</p>
      ) : (
        <Notice kind="warning" language={language} title={said.refused}>
          <p>{said.refusedLead}</p>
          <Table
            caption={said.refused}
            captionHidden
            empty={work.supervisor.catalogueFine}
            columns={[
              { label: said.file },
              { label: said.line, numeric: true },
              { label: said.key },
              { label: said.problem },
              { label: said.wayOut },
            ]}
            rows={problems.map(({ file, line, key, message, suggestion }) => ({
              cells: [file, String(line), key, message[language], suggestion?.[language] ?? ''],
            }))}
          />
        </Notice>
      )}
      {drafts.length === 0 ? null : (
        <>
          <h3>{said.drafts}</h3>
          <p class="quiet">{said.draftsLead}</p>
          <Table
            caption={said.drafts}
            captionHidden
            empty=""
            columns={[
              { label: desk.queue.service },
              { label: work.supervisor.version, numeric: true },
              { label: desk.queue.team },
              { label: said.action },
            ]}
            rows={drafts.map(({ definition }) => ({
              cells: [
                definition.name[language],
                String(definition.version),
                definition.routing.team,
                form('publication', definition),
              ],
            }))}
          />
        </>
      )}
      <Table
        caption={said.offered}
        empty={said.nothingOffered}
        columns={[
          { label: desk.queue.service },
          { label: work.supervisor.version, numeric: true },
          { label: desk.queue.team },
          { label: said.source },
          { label: said.action },
        ]}
        rows={services.map((service) => ({
          cells: [
            service.definition.name[language],
            String(service.definition.version),
            service.definition.routing.team,
            standIns.includes(service) ? said.asPublished : said.byFile,
            form('retirement', service.definition),
          ],
        }))}
      />
    </section>
  );
}
