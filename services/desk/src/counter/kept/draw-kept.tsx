import { DeskLayout, document } from '@guichet/pages';
import type { Child } from 'hono/jsx';
import { deskAssetPaths } from '../../frame/desk-assets.ts';
import type { DeskRequest } from '../../frame/desk-env.ts';
import { AgainDialog } from './again-dialog.tsx';
import { keptAssetPaths } from './kept-assets.ts';
import { KeptBar } from './kept-bar.tsx';

/**
 * Answers with a page that a counter keeps.
 *
 * Guarantee: the same for every clerk of a language, with no name, no proof of a session and nothing about a person.
 */
export function drawKept(
  c: DeskRequest,
  { title, scripts }: { title: string; scripts: readonly string[] },
  body: Child,
): Response | Promise<Response> {
  const language = c.get('language');
  return c.html(
    document(
      <DeskLayout
        home="/counter"
        language={language}
        title={title}
        manifest={keptAssetPaths.manifest[language]}
      >
        <link rel="stylesheet" href={deskAssetPaths.css} />
        <KeptBar language={language} />
        {body}
        <AgainDialog language={language} />
        {[keptAssetPaths.counter, ...scripts].map((path) => (
          <script type="module" src={path}></script>
        ))}
      </DeskLayout>,
    ),
  );
}
