import type { Bilingual } from '@guichet/kernel';

const lines: [command: string, fr: string, en: string][] = [
  ['check [{dir}]', 'vérifie les définitions de service', 'checks the service definitions'],
  [
    'new <code> [--dir {dir}]',
    'écrit une première version à compléter',
    'writes a first version to complete',
  ],
  ['schema', 'écrit le schéma JSON publié', 'writes the published JSON Schema'],
];

const written = (language: 'fr' | 'en'): string => {
  const dir = language === 'fr' ? 'dossier' : 'folder';
  const rows = lines.map(([command, fr, en]) => [
    `guichet catalogue ${command.replace('{dir}', dir)}`,
    language === 'fr' ? fr : en,
  ]);
  const width = Math.max(...rows.map(([command = '']) => command.length)) + 3;
  const said = rows.map(([command = '', words = '']) => command.padEnd(width) + words);
  return [...said, '--lang fr|en'].join('\n');
};

/** What the command line can do, said when it is called wrongly. */
export const usage: Bilingual = { fr: written('fr'), en: written('en') };
