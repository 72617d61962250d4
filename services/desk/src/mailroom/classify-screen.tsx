import { type Letter, listNamedCases } from '@guichet/casework';
import { pageText, suggestServices } from '@guichet/channels/mail';
import { type FieldProblem, words } from '@guichet/pages';
import type { DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { staffOf } from '../session/require-staff.ts';
import { ClassifyPage } from './classify-page.tsx';
import { namedIn } from './named-in.ts';
import type { SetAsideTyped } from './set-aside-typed.ts';
import { settledBefore } from './settled-before.ts';

/** What a person typed on the page where a letter is classified, when it was refused. */
export interface ClassifyRefused {
  problems: readonly FieldProblem[];
  reference?: string | undefined;
  aside?: SetAsideTyped;
}

/** Answers with the page where a letter without a form is classified. */
export async function classifyPage(
  c: DeskRequest,
  letter: Letter,
  refused: ClassifyRefused = { problems: [] },
): Promise<Response> {
  const { ctx } = staffOf(c, 'mailroom.settle');
  const language = c.get('language');
  const { suggestions, text = [] } = letter;
  const isRefused = refused.problems.length > 0;
  return draw(
    c,
    {
      title: words(language).stations.mailroom.classifyTitle,
      current: 'mailroom',
      wide: true,
      here: `/mailroom/letters/${letter.id}`,
      hasErrors: isRefused,
      status: isRefused ? 422 : 200,
    },
    <ClassifyPage
      language={language}
      csrf={c.get('csrf')}
      letter={letter}
      catalogue={ctx.catalogue}
      named={await listNamedCases(ctx, letter.id, namedIn(letter))}
      suggested={suggestServices(
        ctx.catalogue.services.map(({ definition }) => definition),
        text.map((lines) => pageText(lines)).join('\n'),
        suggestions?.language,
      )}
      search={c.req.query('search')?.trim() ?? ''}
      typed={refused.reference}
      problems={refused.problems}
      aside={refused.aside}
      {...settledBefore(c)}
    />,
  );
}
