import {
  linkCases,
  type LinkId,
  mergeCases,
  readCase,
  splitCase,
  transferCase,
  unlinkCases,
} from '@guichet/casework';
import { type PostedForm, problemWords, readFormAnswer, typedValues } from '@guichet/catalogue';
import { newId, parseReference } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskEnv, DeskRequest } from '../../frame/desk-env.ts';
import { draw } from '../../frame/draw.tsx';
import { checkedOf, textOf } from '../../frame/text-of.ts';
import { staffOf } from '../../session/require-staff.ts';
import { seeing } from '../lock/seen-field.tsx';
import { referenceOf, refused, told, tried } from '../frame/case-frame.tsx';
import { serviceOf } from '../frame/case-view.ts';
import { SplitPage, type SplitPageProps } from './split-page.tsx';

/** Links cases, joins duplicates, splits a request in two and gives a case to another team. */
export function linkRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.post('/cases/:reference/links', async (c) => {
    const { ctx } = staffOf(c);
    const form = c.get('form');
    const [text, kind] = [textOf(form, 'other'), textOf(form, 'link')];
    const problem = { form: 'link', text, typed: { link: kind } } as const;
    const other = parseReference(text);
    const { links } = words(c.get('language')).work;
    if (!other) return refused(c, { ...problem, message: links.badReference });
    const pair = { reference: referenceOf(c), other };
    if (kind !== 'duplicate') {
      const done = await tried(c, problem, () => linkCases(ctx, pair));
      return done instanceof Response ? done : told(c, 'linked');
    }
    const done = await tried(c, problem, () => mergeCases(seeing(c), pair));
    return done instanceof Response ? done : c.redirect(`/cases/${done.first}?told=merged`, 303);
  });

  app.post('/cases/:reference/links/:id/end', async (c) => {
    await unlinkCases(staffOf(c).ctx, referenceOf(c), c.req.param('id') as LinkId);
    return told(c, 'unlinked');
  });

  app.post('/cases/:reference/transfer', async (c) => {
    const form = c.get('form');
    const [team, text, followUpOn] = [
      textOf(form, 'team'),
      textOf(form, 'reason'),
      textOf(form, 'followUpOn'),
    ];
    const done = await tried(c, { form: 'transfer', text, typed: { team, followUpOn } }, () =>
      transferCase(seeing(c), { reference: referenceOf(c), team, reason: text, followUpOn }),
    );
    return done instanceof Response ? done : c.redirect('/?told=transferred', 303);
  });

  app.get('/cases/:reference/split', (c) => splitPage(c));

  app.post('/cases/:reference/split', async (c) => {
    const { ctx } = staffOf(c);
    const form: PostedForm = c.get('form');
    const [chosen, keep, key] = [textOf(form, '_service'), checkedOf(form, '_keep'), textOf(form, '_key')];
    const service = ctx.catalogue.find(chosen);
    const asked = textOf(form, '_asked')
      .split(' ')
      .flatMap((name) => service?.question(name) ?? [])
      .filter(({ key: name }) => !keep.includes(name));
    const typed = Object.fromEntries(asked.map((one) => [one.key, readFormAnswer(one, form)]));
    const done = await splitCase(ctx, { reference: referenceOf(c), service: chosen, keep, typed, key });
    if (done.kind !== 'incomplete') return c.redirect(`/cases/${done.case.reference}?told=split`, 303);
    const language = c.get('language');
    const missing = new Set(done.problems.map(({ path }) => path.split('.')[0] ?? ''));
    for (const { key: name } of asked) missing.add(name);
    return splitPage(
      c,
      {
        chosen,
        keep: new Set(keep.filter((name) => !missing.has(name))),
        formKey: key,
        asked: done.service.questions.filter(({ key: name }) => missing.has(name)),
        values: typedValues(form),
        // What was not asked yet is asked now, and is no mistake.
        problems: done.problems
          .filter(({ path }) => asked.some(({ key: name }) => name === path.split('.')[0]))
          .map((problem) => ({
            ...problem,
            message: problemWords(problem, done.service.question(problem.path.split('.')[0] ?? ''), language),
          })),
      },
      422,
    );
  });
  return app;
}

async function splitPage(
  c: DeskRequest,
  typed: Partial<SplitPageProps> = {},
  status = 200,
): Promise<Response> {
  const { ctx } = staffOf(c, 'case.split');
  const language = c.get('language');
  const file = await readCase(ctx, { reference: referenceOf(c) });
  return draw(
    c,
    {
      title: words(language).work.links.split,
      current: 'queue',
      status,
      hasErrors: (typed.problems ?? []).length > 0,
      here: `/cases/${file.reference}/split`,
    },
    <SplitPage
      language={language}
      csrf={c.get('csrf')}
      file={file}
      service={serviceOf(ctx.catalogue, file)}
      services={ctx.catalogue.services}
      chosen={file.serviceCode}
      keep={new Set(file.answers.map(({ question }) => question))}
      formKey={newId()}
      asked={[]}
      values={{}}
      problems={[]}
      {...typed}
    />,
  );
}
