import type { ServiceShelf } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { words } from '@guichet/pages';

/** Draws the services that the counter takes, one link each; those it does not say why. */
export function ServicesPage({ language, catalogue }: { language: Language; catalogue: ServiceShelf }) {
  const { stations, work } = words(language);
  const byName = catalogue.services.toSorted((a, b) =>
    a.definition.name[language].localeCompare(b.definition.name[language], language),
  );
  return (
    <>
      <h1>{stations.counter.title}</h1>
      <p class="lead">{stations.counter.lead}</p>
      <h2>{stations.counter.pick}</h2>
      <ul class="counter-services">
        {byName.map(({ definition }) => {
          const closed = definition.channels.counter;
          return (
            <li data-row={closed ? undefined : ''}>
              {closed ? (
                definition.name[language]
              ) : (
                <a href={`/counter/${definition.code}`}>{definition.name[language]}</a>
              )}
              <p class="quiet">
                {closed ? `${work.counter.notHere} ${closed.except[language]}` : definition.summary[language]}
              </p>
            </li>
          );
        })}
      </ul>
    </>
  );
}
