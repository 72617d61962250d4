import type { Bilingual } from '@guichet/kernel';

const lines: [command: string, fr: string, en: string][] = [
  ['check [{dir}]', 'vérifie les définitions de service', 'checks the service definitions'],
  [
    'import <frw.yml> [--out {file}]',
    'reprend un formulaire FRW du gouvernement du Québec, et dit ce qui n’a pas été repris',
    'takes over an FRW form of the Government of Québec, and tells what was not carried over',
  ],
  [
    'new <code> [--dir {dir}]',
    'écrit une première version à compléter',
    'writes a first version to complete',
  ],
  [
    'diff <a> <b>',
    'dit ce qui change pour les gens entre deux versions (fichier ou code@version)',
    'tells what changes for people between two versions (file or code@version)',
  ],
  [
    'parity [{dir}]',
    'dresse le tableau des services et des portes, avec chaque exception',
    'draws the table of services and doors, with each exception',
  ],
  [
    'preview [{dir}] [--port <n>]',
    'montre les quatre portes d’un service côte à côte, redessinées à chaque enregistrement, avec un téléphone d’essai',
    'shows a service’s four doors side by side, drawn again on each save, with a trial telephone',
  ],
  ['schema', 'écrit le schéma JSON publié', 'writes the published JSON Schema'],
];

const written = (language: 'fr' | 'en'): string => {
  const [dir, file] = language === 'fr' ? ['dossier', 'fichier'] : ['folder', 'file'];
  const rows = lines.map(([command, fr, en]) => [
    `guichet catalogue ${command.replace('{dir}', dir).replace('{file}', file)}`,
    language === 'fr' ? fr : en,
  ]);
  const width = Math.max(...rows.map(([command = '']) => command.length)) + 3;
  const said = rows.map(([command = '', words = '']) => command.padEnd(width) + words);
  return [...said, '--lang fr|en'].join('\n');
};

/** What the command line can do, said when it is called wrongly. */
export const usage: Bilingual = { fr: written('fr'), en: written('en') };
