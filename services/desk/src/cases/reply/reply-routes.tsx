import {
  type DraftForm,
  fillTemplate,
  listTemplates,
  readCase,
  saveCaseDraft,
  todayOf,
  writeToPerson,
} from '@guichet/casework';
import { csrfName, writeDate } from '@guichet/catalogue';
import { letterPdf, newSerial, pageSigner } from '@guichet/channels/mail';
import { formatReference } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { pageKey } from '@guichet/casework';
import { Hono } from 'hono';
import type { DeskDeps, DeskEnv, DeskRequest } from '../../frame/desk-env.ts';
import { draw } from '../../frame/draw.tsx';
import { type Organisation, organisationOf } from '../../frame/organisation-of.ts';
import { textOf } from '../../frame/text-of.ts';
import { staffOf } from '../../session/require-staff.ts';
import { referenceOf, refused, told, tried } from '../frame/case-frame.tsx';
import { serviceOf } from '../frame/case-view.ts';
import { seeing, seenName } from '../lock/seen-field.tsx';
import { PreviewPage } from './preview-page.tsx';

/** Drafts a reply to the person from a template, shows it as each channel hands it over, and sends it. */
export function replyRoutes(deps: Pick<DeskDeps, 'publicUrl' | 'organisation'>): Hono<DeskEnv> {
  const { publicUrl } = deps;
  const app = new Hono<DeskEnv>();

  app.post('/cases/:reference/reply', async (c) => {
    const form = c.get('form');
    const [text, step, key] = [textOf(form, 'words'), textOf(form, 'step'), textOf(form, 'key')];
    const problem = { form: 'reply', text } as const;
    const reference = referenceOf(c);
    if (step === 'template') return refusedWith(c, await filled(c, textOf(form, 'template'), text));
    if (step === 'letter') return letterAnswer(c, text, organisationOf(deps));
    if (step === 'send') {
      const done = await tried(c, problem, () => writeToPerson(seeing(c), { reference, words: text, key }));
      return done instanceof Response ? done : told(c, 'replied');
    }
    const { ctx } = staffOf(c);
    await saveCaseDraft(ctx, { reference, form: 'reply', fields: { words: text } });
    if (step === 'draft') return told(c, 'draftKept');
    if (text === '') return refused(c, { ...problem, message: words(c.get('language')).work.reply.missing });
    const file = await readCase(ctx, { reference });
    const language = c.get('language');
    return draw(
      c,
      {
        title: words(language).work.reply.previewTitle,
        current: 'queue',
        here: `/cases/${reference}`,
      },
      <PreviewPage
        language={language}
        csrf={c.get('csrf')}
        file={file}
        service={serviceOf(ctx.catalogue, file)?.definition.name[file.language] ?? file.serviceCode}
        publicUrl={publicUrl}
        organisation={organisationOf(deps).name}
        text={text}
        formKey={key}
        seen={textOf(form, seenName)}
      />,
    );
  });

  app.post('/cases/:reference/drafts/:form', async (c) => {
    const fields = Object.fromEntries(
      Object.entries(c.get('form')).filter(
        (entry): entry is [string, string] =>
          typeof entry[1] === 'string' && ![csrfName, seenName, 'key', 'step'].includes(entry[0]),
      ),
    );
    const form = c.req.param('form') as DraftForm;
    await saveCaseDraft(staffOf(c).ctx, { reference: referenceOf(c), form, fields });
    return c.body(null, 204);
  });
  return app;
}

/** Draws the case with a text in the reply form, which nobody refused. */
function refusedWith(c: DeskRequest, text: string): Promise<Response> {
  return refused(c, { form: 'reply', text, message: words(c.get('language')).work.reply.inserted });
}

/** Gives the words of a template with what is known of the case, after what was typed already. */
async function filled(c: DeskRequest, id: string, typed: string): Promise<string> {
  const { ctx } = staffOf(c);
  const reference = referenceOf(c);
  const [file, templates] = [await readCase(ctx, { reference }), await listTemplates(ctx)];
  const chosen = templates.find((one) => one.id === id);
  if (chosen === undefined) return typed;
  const { language } = file;
  const text = fillTemplate(chosen.words[language], {
    reference: formatReference(reference),
    service: serviceOf(ctx.catalogue, file)?.definition.name[language] ?? file.serviceCode,
    due: writeDate(todayOf(file.dueAt), language),
    today: writeDate(todayOf(ctx.clock.now()), language),
  });
  return [typed, text].filter((part) => part !== '').join('\n\n');
}

/** Answers with the letter that would be printed, addressed to nobody: nothing is queued. */
async function letterAnswer(c: DeskRequest, text: string, { address }: Organisation): Promise<Response> {
  const { ctx } = staffOf(c, 'case.reply');
  const file = await readCase(ctx, { reference: referenceOf(c) });
  const { language } = file;
  const { pdf } = await letterPdf({
    language,
    sender: address,
    recipient: { name: words(c.get('language')).work.reply.recipient, lines: [] },
    reference: file.reference,
    serial: newSerial(),
    date: writeDate(todayOf(ctx.clock.now()), language),
    subject: serviceOf(ctx.catalogue, file)?.definition.name[language] ?? file.serviceCode,
    paragraphs: text.split(/\n{2,}/),
    sign: pageSigner(pageKey(ctx.keyring)),
    paper: 'letter',
  });
  return c.body(new Uint8Array(pdf), 200, {
    'content-type': 'application/pdf',
    'content-disposition': 'inline; filename="apercu.pdf"',
  });
}
