import { todayOf } from '@guichet/casework';
import type { Answers, CompiledService, FormValues } from '@guichet/catalogue';
import { counterScreen } from '@guichet/channels/counter';
import type { FieldProblem } from '@guichet/pages';
import type { DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { staffOf } from '../session/require-staff.ts';
import { DraftPage, type DraftPageProps } from './draft-page.tsx';
import { hiddenKeys, withoutHidden } from './hidden-answers.ts';
import { heldRecordings } from './keep-pending.ts';
import { markShown } from './left-as-shown.ts';

export interface DraftScreen extends Pick<DraftPageProps, 'action' | 'back' | 'submit' | 'personLanguage'> {
  section: 'calls' | 'counter';
  service: CompiledService;
  answers: Answers;
  /** The last three are those of `readDraftForm`, when the page is drawn in answer to a form. */
  form?: FormValues;
  shown?: readonly string[];
  hidden?: readonly string[];
  problems?: FieldProblem[];
}

/** Answers with the screen of a draft that holds answers already: filled, sensitive ones masked. */
export function draftScreen(c: DeskRequest, screen: DraftScreen): Response | Promise<Response> {
  const { section, service, answers, form, problems = [], ...page } = screen;
  const language = c.get('language');
  const options = { language, today: todayOf(staffOf(c).ctx.clock.now()) };
  const drawn = counterScreen(service, answers, { ...options, ...(form ? { typed: form } : {}) });
  const hidden = screen.hidden ?? hiddenKeys(service, answers);
  const recorded = Object.keys(answers).filter((key) => JSON.stringify(answers[key]).includes('"pending"'));
  return draw(
    c,
    {
      title: service.definition.name[language],
      current: section,
      status: problems.length > 0 ? 422 : 200,
      hasErrors: problems.length > 0,
      here: page.action,
    },
    <DraftPage
      {...page}
      language={language}
      csrf={c.get('csrf')}
      service={service}
      screen={{ ...drawn, values: withoutHidden(drawn.values, hidden) }}
      problems={problems}
      recorded={new Set(recorded)}
      recordings={heldRecordings(answers)}
      shown={markShown(screen.shown ?? Object.keys(answers), answers, hidden)}
      hidden={new Set(hidden)}
    />,
  );
}
