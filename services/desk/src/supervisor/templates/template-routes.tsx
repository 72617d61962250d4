import {
  listTeams,
  listTemplates,
  readPlaceholders,
  type SaveTemplate,
  saveTemplate,
  type Template,
  type TemplateId,
} from '@guichet/casework';
import { isDeskError, newId } from '@guichet/kernel';
import { errorWords, formatInstant, Notice, Table, words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskEnv, DeskRequest } from '../../frame/desk-env.ts';
import { draw } from '../../frame/draw.tsx';
import { textOf } from '../../frame/text-of.ts';
import { serviceName } from '../../frame/service-name.ts';
import { staffOf } from '../../session/require-staff.ts';
import { TemplatePage, type TemplateTyped } from './template-page.tsx';

/** Lists the templates of replies, and takes what a supervisor changes of them as new versions. */
export function templateRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get('/supervisor/templates', async (c) => {
    const { ctx } = staffOf(c, 'template.write');
    const language = c.get('language');
    const { templates, approval } = words(language).work;
    const { desk } = words(language);
    const rows = await listTemplates(ctx);
    const isSaved = c.req.query('told') === 'saved';
    return draw(
      c,
      { title: templates.title, current: 'supervisor' },
      <>
        <a class="back" href="/supervisor">
          {desk.supervisor.title}
        </a>
        <h1>{templates.title}</h1>
        <p class="quiet">{templates.lead}</p>
        {isSaved ? (
          <Notice language={language} kind="success">
            {templates.saved}
          </Notice>
        ) : null}
        <p>
          <a class="button button-primary" href={`/supervisor/templates/${newId()}`}>
            {templates.add}
          </a>
        </p>
        <Table
          caption={templates.title}
          captionHidden
          empty={templates.none}
          columns={[
            { label: templates.name },
            { label: desk.queue.service },
            { label: approval.outcome },
            { label: templates.version },
          ]}
          rows={rows.map((one) => ({
            href: `/supervisor/templates/${one.id}`,
            cells: [
              one.name[language],
              one.serviceCode === null
                ? templates.any
                : serviceName(ctx.catalogue, one.serviceCode, language),
              one.outcome ?? '',
              `${one.version}, ${formatInstant(one.savedAt, language)}, ${one.by}`,
            ],
          }))}
        />
      </>,
    );
  });

  app.get('/supervisor/templates/:id', async (c) => {
    const { ctx } = staffOf(c, 'template.write');
    const found = (await listTemplates(ctx)).find(({ id }) => id === c.req.param('id'));
    return templatePage(c, found === undefined ? blank : typedOf(found));
  });

  app.post('/supervisor/templates/:id', async (c) => {
    const { ctx } = staffOf(c, 'template.write');
    const form = c.get('form');
    const [serviceCode = '', outcome = ''] = textOf(form, 'about').split('/');
    const typed: TemplateTyped = {
      from: Number(textOf(form, 'from')) || 0,
      nameFr: textOf(form, 'nameFr'),
      nameEn: textOf(form, 'nameEn'),
      about: textOf(form, 'about'),
      team: textOf(form, 'team'),
      wordsFr: textOf(form, 'wordsFr'),
      wordsEn: textOf(form, 'wordsEn'),
    };
    const input: SaveTemplate = {
      id: c.req.param('id') as TemplateId,
      from: typed.from,
      name: { fr: typed.nameFr, en: typed.nameEn },
      words: { fr: typed.wordsFr, en: typed.wordsEn },
      ...(serviceCode === '' ? {} : { serviceCode }),
      ...(outcome === '' ? {} : { outcome }),
      ...(typed.team === '' ? {} : { team: typed.team }),
      withdrawn: textOf(form, 'step') === 'withdraw',
    };
    try {
      await saveTemplate(ctx, input);
    } catch (error) {
      if (!isDeskError(error) || !['invalid', 'conflict'].includes(error.code)) throw error;
      return templatePage(
        c,
        typed,
        errorWords(error, c.get('language')),
        error.code === 'conflict' ? 409 : 422,
      );
    }
    return c.redirect('/supervisor/templates?told=saved', 303);
  });
  return app;
}

const blank: TemplateTyped = {
  from: 0,
  nameFr: '',
  nameEn: '',
  about: '',
  team: '',
  wordsFr: '',
  wordsEn: '',
};

function typedOf(found: Template): TemplateTyped {
  return {
    from: found.version,
    nameFr: found.name.fr,
    nameEn: found.name.en,
    about: [found.serviceCode, found.outcome].filter(Boolean).join('/'),
    team: found.team ?? '',
    wordsFr: found.words.fr,
    wordsEn: found.words.en,
  };
}

async function templatePage(
  c: DeskRequest,
  typed: TemplateTyped,
  message?: string,
  status = 200,
): Promise<Response> {
  const { ctx } = staffOf(c, 'template.write');
  const language = c.get('language');
  const current = (await listTemplates(ctx)).find(({ id }) => id === c.req.param('id'));
  return draw(
    c,
    {
      title: words(language).work.templates.title,
      current: 'supervisor',
      status,
      hasErrors: message !== undefined,
      here: `/supervisor/templates/${c.req.param('id')}`,
    },
    <TemplatePage
      language={language}
      csrf={c.get('csrf')}
      action={`/supervisor/templates/${c.req.param('id')}`}
      services={ctx.catalogue.services}
      teams={await listTeams(ctx)}
      typed={typed}
      message={message}
      problems={message === undefined ? [] : readPlaceholders({ fr: typed.wordsFr, en: typed.wordsEn })}
      saved={status === 409 ? current : undefined}
    />,
  );
}
