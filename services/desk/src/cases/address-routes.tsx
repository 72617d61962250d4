import { addressQuestion, correctAddress, leaveAtCounter, readAddress } from '@guichet/casework';
import {
  type FormValues,
  formValues,
  problemWords,
  type Question,
  readFormAnswer,
  typedValues,
} from '@guichet/catalogue';
import { DeskError, type Language, parseReference } from '@guichet/kernel';
import { type FieldProblem, words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import { AddressPage } from './address-page.tsx';

/** Puts right where the letters of a case go, or leaves them at the counter. */
export function addressRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get('/cases/:reference/address', (c) => addressPage(c));

  app.post('/cases/:reference/address', async (c) => {
    const { ctx } = staffOf(c, 'address.correct');
    const reference = referenceOf(c);
    const form = c.get('form');
    const { question } = await subjectOf(c);
    const done = await correctAddress(ctx, {
      reference,
      name: textOf(form, 'name'),
      address: readFormAnswer(question, form),
    });
    if (done.kind !== 'incomplete') return c.redirect(`/cases/${reference}?told=address-${done.kind}`, 303);
    const problems = done.problems.map((problem) => ({
      path: problem.path,
      code: problem.code,
      message:
        problem.path === 'name'
          ? nameWords(problem.code, c.get('language'))
          : problemWords(problem, question, c.get('language')),
    }));
    return addressPage(c, { name: textOf(form, 'name'), values: typedValues(form), problems }, 422);
  });

  app.post('/cases/:reference/address/counter', async (c) => {
    const reference = referenceOf(c);
    await leaveAtCounter(staffOf(c, 'address.correct').ctx, reference);
    return c.redirect(`/cases/${reference}?told=address-counter`, 303);
  });
  return app;
}

function nameWords(code: string, language: Language): string {
  const { address } = words(language).work.print;
  return code === 'too-long' ? address.nameLong : address.nameRequired;
}

/** Refuses what can't be a reference as if there were no such case. */
function referenceOf(c: DeskRequest): string {
  const reference = parseReference(c.req.param('reference') ?? '');
  if (!reference) throw new DeskError('not-found', 'no-such-case');
  return reference;
}

/** The case and the question its address is read by, under a name of this page's own. */
async function subjectOf(c: DeskRequest) {
  const { ctx } = staffOf(c, 'address.correct');
  const file = await readAddress(ctx, referenceOf(c));
  const service = ctx.catalogue.find(file.serviceCode, file.serviceVersion);
  const asked = service && addressQuestion(service);
  if (!service || !asked) throw new DeskError('conflict', 'no-address-asked');
  // What is said to a person who answers is not said to staff.
  const { help: _, purpose: __, ...rest } = asked;
  const question = { ...rest, key: 'address', required: true } as Question;
  return { file, question, service: service.definition.name[c.get('language')] };
}

async function addressPage(
  c: DeskRequest,
  typed?: { name: string; values: FormValues; problems: FieldProblem[] },
  status = 200,
): Promise<Response> {
  const { file, question, service } = await subjectOf(c);
  const language = c.get('language');
  return draw(
    c,
    {
      title: words(language).work.print.address.title,
      current: 'tasks',
      status,
      hasErrors: typed !== undefined,
      here: `/cases/${file.reference}/address`,
    },
    <AddressPage
      language={language}
      csrf={c.get('csrf')}
      reference={file.reference}
      service={service}
      question={question}
      name={typed?.name ?? file.address?.name ?? ''}
      values={typed?.values ?? (file.address ? formValues(question, file.address.address, language) : {})}
      problems={typed?.problems ?? []}
    />,
  );
}
