import {
  type CheckKeyed,
  type DeskContext,
  keyCheck,
  listChecks,
  type OpenCheck,
  openCheck,
  todayOf,
} from '@guichet/casework';
import { type FormValues, questionAt, readFormAnswer, typedValues } from '@guichet/catalogue';
import { decodeQuestion, questionField } from '@guichet/channels/counter';
import { DeskError } from '@guichet/kernel';
import { type FieldProblem, words } from '@guichet/pages';
import { Hono } from 'hono';
import { saidProblems } from '../counter/counter-form.ts';
import type { DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { idAt } from '../frame/id-at.ts';
import { textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import { CheckPage, whichName } from './check-page.tsx';
import { fieldLabel } from './field-label.ts';
import { settledBefore } from './settled-before.ts';

/** Has a second person key an answer from its picture, and a third decide where two differ. */
export function checkRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get('/mailroom/checks/:id', async (c) => {
    const { ctx } = staffOf(c, 'mailroom.settle');
    const check = await openCheck(ctx, idAt<'field-check'>(c));
    if (check.isDone) return c.redirect('/mailroom?told=check-already', 303);
    return checkPage(c, check);
  });

  app.post('/mailroom/checks/:id', async (c) => {
    const { ctx } = staffOf(c, 'mailroom.settle');
    const check = await openCheck(ctx, idAt<'field-check'>(c));
    // Sent twice, it says again what it said the first time.
    if (check.isDone) return c.redirect(await nextHref(ctx, await keyCheck(ctx, check.id, null)), 303);
    const read = valueOf(c, check);
    if ('problems' in read) return checkPage(c, check, read.problems, read.values);
    // A page drawn before another person answered decides nothing that it did not show.
    const isOld = (textOf(c.get('form'), whichName) === '') !== (check.keyed === undefined);
    const done: CheckKeyed = isOld
      ? { kind: 'already' }
      : await keyCheck(ctx, check.id, read.value, { decides: check.keyed !== undefined });
    return c.redirect(await nextHref(ctx, done), 303);
  });
  return app;
}

type Read = { value: unknown } | { problems: FieldProblem[]; values: FormValues };

/** Reads what a person keyed or chose: the answer as its question takes it, or null where nothing is written. */
function valueOf(c: DeskRequest, check: OpenCheck): Read {
  const form = c.get('form');
  const { checks } = words(c.get('language')).work.station;
  const which = textOf(form, whichName);
  if (check.keyed && which !== 'other') {
    if (which === '')
      return { problems: [{ path: whichName, message: checks.chooseOne }], values: typedValues(form) };
    return { value: which === 'first' ? check.keyed.first : which === 'second' ? check.keyed.second : null };
  }
  if (textOf(form, '_nothing') !== '') return { value: null };
  const { service, question } = askedBy(c, check);
  const language = c.get('language');
  const raw = readFormAnswer(question, decodeQuestion(question, form, check.path, language), check.path);
  const refuse = (problems: FieldProblem[]): Read => ({ problems, values: typedValues(form) });
  if (raw === undefined) return refuse([{ path: check.path, message: checks.keySomething }]);
  const parsed = service.parseAnswer(question, raw, { today: todayOf(staffOf(c).ctx.clock.now()) });
  if (parsed.ok) return { value: parsed.value ?? null };
  const problems = parsed.problems.map((problem) => ({ ...problem, path: check.path }));
  return refuse(saidProblems(service, problems, language));
}

function askedBy(c: DeskRequest, check: OpenCheck) {
  const service = staffOf(c).ctx.catalogue.find(check.serviceCode, check.serviceVersion);
  const at = service && questionAt(service, check.path);
  if (!service || !at) throw new DeskError('not-found', 'unknown-service');
  return { service, question: at.question };
}

function checkPage(c: DeskRequest, check: OpenCheck, problems: FieldProblem[] = [], values: FormValues = {}) {
  const language = c.get('language');
  const { service, question } = askedBy(c, check);
  const { checks } = words(language).work.station;
  const title = check.keyed ? checks.decideTitle : checks.keyTitle;
  const label = fieldLabel(service, check.path, language);
  const { told } = settledBefore(c);
  return draw(
    c,
    {
      title: `${told ? `${told} ` : ''}${title}, ${label}`,
      current: 'mailroom',
      here: `/mailroom/checks/${check.id}`,
      hasErrors: problems.length > 0,
      status: problems.length > 0 ? 422 : 200,
    },
    <CheckPage
      language={language}
      csrf={c.get('csrf')}
      check={check}
      label={label}
      asked={service.question(check.path.split('.')[0] ?? '')}
      field={questionField(question, check.path, language)}
      values={values}
      problems={problems}
      told={told}
    />,
  );
}

/** Gives the next answer that the person can key, else the mailroom; the address says what became of this one. */
async function nextHref(ctx: DeskContext, { kind, acceptance }: CheckKeyed): Promise<string> {
  const [next] = (await listChecks(ctx, 1)).mine;
  const made =
    acceptance === undefined
      ? ''
      : acceptance.kind === 'incomplete'
        ? '&back'
        : `&case=${acceptance.case.reference}`;
  return `/mailroom${next ? `/checks/${next.id}` : ''}?told=check-${kind}${made}`;
}
