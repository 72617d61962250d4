import type { CompiledService } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { words } from '@guichet/pages';

/** Draws the list of services, by theme. */
export function HomePage({
  services,
  language,
}: {
  services: readonly CompiledService[];
  language: Language;
}) {
  const { services: said } = words(language).walk;
  const themes = [...new Set(services.map(({ definition }) => definition.theme))];
  return (
    <>
      <h1>{said.title}</h1>
      <p class="lead">{said.lead}</p>
      {themes.map((theme) => (
        <section aria-labelledby={`theme-${theme}`}>
          <h2 id={`theme-${theme}`}>{said.themes[theme]}</h2>
          <ul class="services">
            {services
              .filter(({ definition }) => definition.theme === theme)
              .map(({ definition }) => (
                <li>
                  <h3>
                    <a href={`/services/${definition.code}`}>{definition.name[language]}</a>
                  </h3>
                  <p>{definition.summary[language]}</p>
                </li>
              ))}
          </ul>
        </section>
      ))}
      <p>
        <a href="/status">{said.follow}</a>
      </p>
      <p>
        <a href="/resume">{said.resume}</a>
      </p>
    </>
  );
}
