import { type FormValues, isPending, type PostedForm, type Problem } from '@guichet/catalogue';
import { type DraftContent, todayOf } from '@guichet/casework';
import { answerQuestion, nextKey, questionPage, type QuestionPage } from '@guichet/channels/web';
import { isDeskError } from '@guichet/kernel';
import { errorWords, type FieldProblem } from '@guichet/pages';
import { type Context, Hono } from 'hono';
import type { DoorDeps, DoorEnv } from '../door.ts';
import { formToken, requireFormToken } from '../http/form-token.ts';
import { readForm } from '../http/read-form.ts';
import { AskPage } from './ask.page.tsx';
import { drawPage } from './draw-page.tsx';
import { fieldProblems } from './field-problems.ts';
import { keepUploads, uploadBytesMax } from './keep-uploads.ts';
import { hrefOf, keepDraft, nextHref, openDraft, type OpenDraft } from './open-draft.ts';

/** Unit: bytes, of a form without files. */
const formBytesMax = 256 * 1024;

type Refused = { problems: readonly FieldProblem[]; typed: PostedForm };

/** Asks one question of the draft and keeps its answer; one that is refused is drawn again as it was typed. */
export function questionRoute(deps: DoorDeps): Hono<DoorEnv> {
  const app = new Hono<DoorEnv>();
  const { keyring, clock } = deps.desk;

  app.get('/requests/:question', async (c) => {
    const draft = await openDraft(deps, c);
    if (draft.caseId) return c.redirect('/confirmation', 303);
    const page = pageOf(c, draft, c.req.param('question'));
    return page ? draw(c, draft, page) : c.redirect(nextHref(draft), 303);
  });

  app.post('/requests/:question', async (c) => {
    const draft = await openDraft(deps, c);
    if (draft.caseId) return c.redirect('/confirmation', 303);
    const page = pageOf(c, draft, c.req.param('question'));
    const form = await readForm(c, page?.question.type === 'file' ? uploadBytesMax : formBytesMax);
    requireFormToken(keyring, `draft:${draft.id}`, form);
    if (!page) return c.redirect(nextHref(draft), 303);
    const { question } = page;

    const sent = await keepFiles(c, draft, page, form);
    if ('problems' in sent) return draw(c, draft, page, sent);
    const read = answerQuestion(draft.compiled, question, sent.form, {
      answers: draft.answers,
      today: todayOf(clock.now()),
    });
    if (read.kind === 'again') return draw(c, draft, page, { problems: [], typed: read.values });
    if (read.kind === 'save') {
      if (read.value !== undefined)
        await keepDraft(deps, c, draft, { ...withAnswer(draft, question.key, read.value), ...sent.names });
      return c.redirect('/later', 303);
    }
    if (isRecorded(draft, question.key) && isBlank(form))
      return c.redirect(hrefOf(nextKey(draft.compiled, draft.answers, draft.skipped, question.key)), 303);
    if (read.kind === 'refused')
      return draw(c, draft, page, { problems: said(c, draft, read.problems), typed: form });
    const content = withAnswer(draft, question.key, 'value' in read ? read.value : undefined);
    const kept = await keepDraft(deps, c, draft, { ...content, ...sent.names });
    const next = nextKey(kept.compiled, kept.answers, kept.skipped, question.key);
    return c.redirect(hrefOf(next), 303);
  });
  return app;

  function pageOf(c: Context<DoorEnv>, draft: OpenDraft, key: string, typed?: PostedForm) {
    return questionPage(draft.compiled, draft.answers, key, {
      language: c.get('language'),
      today: todayOf(clock.now()),
      ...(typed ? { typed } : {}),
    });
  }

  /** Files are kept before the answer is read, so that it can name them; one that is refused is told like any wrong answer. */
  async function keepFiles(
    c: Context<DoorEnv>,
    draft: OpenDraft,
    { question }: QuestionPage,
    form: PostedForm,
  ): Promise<Refused | { form: PostedForm; names?: Pick<DraftContent, 'fileNames'> }> {
    if (question.type !== 'file') return { form };
    try {
      const kept = await keepUploads(deps, draft, question, form);
      return { form: kept.form, names: { fileNames: kept.fileNames } };
    } catch (error) {
      if (!isDeskError(error) || error.code !== 'invalid') throw error;
      return {
        problems: [{ path: question.key, message: errorWords(error, c.get('language')) }],
        typed: form,
      };
    }
  }

  function draw(
    c: Context<DoorEnv>,
    draft: OpenDraft,
    asked: QuestionPage,
    refused?: Refused | { problems: []; typed: FormValues },
  ) {
    const page = (refused && pageOf(c, draft, asked.question.key, refused.typed)) ?? asked;
    const problems = refused?.problems ?? [];
    return drawPage(
      deps,
      c,
      {
        title: page.title,
        backHref: page.previousKey ? hrefOf(page.previousKey) : `/services/${draft.service}`,
        hasErrors: problems.length > 0,
      },
      <AskPage
        page={page}
        service={draft.compiled.definition.name[c.get('language')]}
        language={c.get('language')}
        problems={problems}
        csrf={formToken(keyring, `draft:${draft.id}`)}
        fileNames={draft.content.fileNames ?? {}}
        isRecorded={isRecorded(draft, asked.question.key)}
      />,
      problems.length > 0 ? 422 : 200,
    );
  }
}

function said(c: Context<DoorEnv>, draft: OpenDraft, problems: readonly Problem[]) {
  return fieldProblems(draft.compiled, problems, c.get('language'));
}

/** No answer, where none is needed, counts as passed. */
function withAnswer({ content }: OpenDraft, key: string, value: unknown): DraftContent {
  const { [key]: _, ...others } = content.answers;
  const { [key]: _said, ...provenance } = content.provenance ?? {};
  const skipped = content.skipped.filter((other) => other !== key);
  const kept = { ...content, provenance };
  if (value === undefined) return { ...kept, answers: others, skipped: [...skipped, key] };
  return { ...kept, answers: { ...others, [key]: value }, skipped };
}

function isRecorded({ answers }: OpenDraft, key: string): boolean {
  const answer = answers[key];
  return answer !== undefined && isPending(answer);
}

/** Tells whether nothing was typed: names that start with `_` are the form's own. */
function isBlank(form: PostedForm): boolean {
  return Object.entries(form).every(
    ([name, value]) => name.startsWith('_') || [value].flat().every((one) => one === ''),
  );
}
