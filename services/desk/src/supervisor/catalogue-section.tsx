import type { ServiceShelf } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { Notice, Table, words } from '@guichet/pages';

/** Draws what is on offer and since which version, and each problem of the files that are refused. */
export function CatalogueSection({ catalogue, language }: { catalogue: ServiceShelf; language: Language }) {
  const { desk, work } = words(language);
  const said = desk.supervisor.catalogue;
  const { problems, services, standIns } = catalogue;
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
      <Table
        caption={said.offered}
        empty={said.nothingOffered}
        columns={[
          { label: desk.queue.service },
          { label: work.supervisor.version, numeric: true },
          { label: desk.queue.team },
          { label: said.source },
        ]}
        rows={services.map((service) => ({
          cells: [
            service.definition.name[language],
            String(service.definition.version),
            service.definition.routing.team,
            standIns.includes(service) ? said.asPublished : said.byFile,
          ],
        }))}
      />
    </section>
  );
}
