import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  type Catalogue,
  type CompiledService,
  type DiffTheme,
  diffServices,
  diffThemes,
} from '@guichet/catalogue';
import { loadCatalogue, loadService } from '@guichet/catalogue/load';
import type { Bilingual, Language } from '@guichet/kernel';
import { printProblems } from './print-problems.ts';

const themeWords: Record<DiffTheme, Bilingual> = {
  offered: {
    fr: 'Ce qui est offert, à qui, par quelles portes',
    en: 'What is offered, to whom, by which doors',
  },
  asked: { fr: 'Ce qui est demandé', en: 'What is asked' },
  promised: { fr: 'Ce que nous promettons', en: 'What we promise' },
  cost: { fr: 'Ce que ça coûte', en: 'What it costs' },
  decided: { fr: 'Ce qui est décidé', en: 'What is decided' },
  told: { fr: 'Qui est informé', en: 'Who is told' },
};

/**
 * Prints what changes for a person between two versions of a service, and which answers of drafts would be lost.
 *
 * Shape: each version is a file, `code@version`, or `code` for the one in force; the exit code: 0 compared, 1 can't be read, 2 not named
 */
export function catalogueDiff(
  before: string | undefined,
  after: string | undefined,
  catalogueDir: string,
  language: Language,
): number {
  if (before === undefined || after === undefined) {
    console.error(
      language === 'fr'
        ? 'nommez deux versions : deux fichiers, ou code@version (guichet catalogue diff permis-chien@1 permis-chien@2)'
        : 'name two versions: two files, or code@version (guichet catalogue diff permis-chien@1 permis-chien@2)',
    );
    return 2;
  }
  const [old, now] = [before, after].map((name) => find(name, catalogueDir, language));
  if (old === undefined || now === undefined) return 1;
  if (old.definition.code !== now.definition.code) {
    console.error(
      language === 'fr'
        ? `« ${old.definition.code} » et « ${now.definition.code} » sont deux services, non deux versions`
        : `“${old.definition.code}” and “${now.definition.code}” are two services, not two versions`,
    );
    return 1;
  }
  for (const line of written(old, now, language)) console.log(line);
  return 0;
}

function find(name: string, catalogueDir: string, language: Language): CompiledService | undefined {
  const [, code = '', version] = /^([a-z0-9-]+)(?:@(\d+))?$/.exec(name) ?? [];
  if (code !== '' && !existsSync(name)) {
    const catalogue = loadCatalogue(catalogueDir);
    const service = catalogue.find(code, version === undefined ? undefined : Number(version));
    if (service === undefined) console.error(unknown(name, code, catalogue, catalogueDir)[language]);
    return service;
  }
  const { service, problems } = loadService(name, [dirname(name), catalogueDir]);
  printProblems(problems, language);
  return service;
}

function unknown(name: string, code: string, { versions }: Catalogue, catalogueDir: string): Bilingual {
  const there = versions.filter(({ definition }) => definition.code === code);
  if (there.length > 0) {
    const list = there.map(({ definition }) => `${code}@${definition.version}`).join(', ');
    return {
      fr: `« ${name} » n’est pas dans ${catalogueDir}; il y a ${list}`,
      en: `“${name}” is not in ${catalogueDir}; there is ${list}`,
    };
  }
  return {
    fr: `le service « ${code} » n’est pas dans ${catalogueDir}; pour un fichier, écrivez son chemin`,
    en: `service “${code}” is not in ${catalogueDir}; for a file, write its path`,
  };
}

function written(old: CompiledService, now: CompiledService, language: Language): string[] {
  const french = language === 'fr';
  const { code, from, to, changes, lost, inside } = diffServices(old, now);
  const section = (title: string, lines: readonly Bilingual[]): string[] =>
    lines.length === 0 ? [] : ['', title, ...lines.map((words) => `  • ${words[language]}`)];
  const none = french ? 'Rien ne change pour les gens.' : 'Nothing changes for people.';
  const [keep, lose] = french
    ? ['Toutes les réponses des brouillons suivent.', 'Réponses de brouillons qui seraient perdues']
    : ['All answers of drafts go on.', 'Answers of drafts that would be lost'];
  return [
    french ? `${code} : version ${from} → version ${to}` : `${code}: version ${from} → version ${to}`,
    ...(changes.length === 0 ? ['', none] : []),
    ...diffThemes.flatMap((theme) =>
      section(
        themeWords[theme][language],
        changes.filter((change) => change.theme === theme).map(({ words }) => words),
      ),
    ),
    ...(lost.length === 0
      ? ['', keep]
      : section(
          lose,
          lost.map(({ words }) => words),
        )),
    ...section(french ? 'Au-dedans, sans effet pour les gens' : 'Inside, with no effect on people', inside),
  ];
}
