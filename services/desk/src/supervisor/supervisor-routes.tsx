import { listParkedJobs, readWorkload, retryJob, todayOf, type WorkloadRow } from '@guichet/casework';
import { channels, type Language } from '@guichet/kernel';
import { formatInstant, Notice, Table, words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskEnv } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { idAt } from '../frame/id-at.ts';
import { MarkButton } from '../frame/mark-button.tsx';
import { serviceName } from '../frame/service-name.ts';
import { waited } from '../frame/waited.ts';
import { staffOf } from '../session/require-staff.ts';
import { CatalogueSection } from './catalogue-section.tsx';

/** Shows a supervisor what waits, by channel and service, what the machine set aside, and the state of the catalogue. */
export function supervisorRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get('/supervisor', async (c) => {
    const { ctx } = staffOf(c);
    const rows = await readWorkload(ctx);
    const parked = await listParkedJobs(ctx);
    const language = c.get('language');
    const { desk, work } = words(language);
    const now = ctx.clock.now();
    const toldBy = new Map([
      ['retried', desk.supervisor.retried],
      ['already', desk.supervisor.alreadyRetried],
      ['published', desk.supervisor.catalogue.published],
      ['withdrawn', desk.supervisor.catalogue.retired],
    ]);
    const told = toldBy.get(c.req.query('told') ?? '');
    const named = (code: string) => serviceName(ctx.catalogue, code, language);
    return draw(
      c,
      { title: desk.supervisor.title, current: 'supervisor' },
      <>
        <h1>{desk.supervisor.title}</h1>
        <p class="quiet">{work.supervisor.lead}</p>
        <ul class="row-links">
          {(
            [
              ['next', work.people.turn.link],
              ['staff', work.people.staff.link],
              ['teams', work.people.teams.link],
              ['days', work.people.days.link],
            ] as const
          ).map(([path, label]) => (
            <li>
              <a href={`/supervisor/${path}`}>{label}</a>
            </li>
          ))}
        </ul>
        <p>
          <a href="/supervisor/board">{words(language).board.link}</a>
        </p>
        <p>
          <a href="/supervisor/line">{work.line.link}</a>
        </p>
        <p>
          <a href="/supervisor/mailroom">{work.station.figures.link}</a>
        </p>
        <p>
          <a href="/supervisor/counters">{work.visits.manage.title}</a>
        </p>
        <p>
          <a href="/supervisor/templates">{work.templates.link}</a>
        </p>
        <p>
          <a href="/supervisor/webhooks">{work.webhooks.link}</a>
        </p>
        {told === undefined ? null : (
          <Notice language={language} kind="success">
            {told}
          </Notice>
        )}
        <div data-poll>
          <h2>{desk.supervisor.byChannel}</h2>
          <Counts
            language={language}
            now={now}
            caption={desk.queue.channel}
            groups={channels.map((one) => ({
              label: desk.channel[one],
              rows: rows.filter((row) => row.channel === one),
            }))}
          />
          <h2>{work.supervisor.byService}</h2>
          <Counts
            language={language}
            now={now}
            caption={desk.queue.service}
            groups={[...new Set(rows.map((row) => row.serviceCode))].map((code) => ({
              label: named(code),
              rows: rows.filter((row) => row.serviceCode === code),
            }))}
          />
          <h2>{desk.supervisor.parked}</h2>
          <Table
            caption={desk.supervisor.parked}
            captionHidden
            empty={desk.supervisor.parkedNone}
            columns={[
              { label: work.supervisor.job },
              { label: work.supervisor.why },
              { label: work.supervisor.parkedAt },
              { label: desk.supervisor.retry },
            ]}
            rows={parked.map((job) => ({
              cells: [
                job.job,
                job.why ?? '',
                formatInstant(job.parkedAt, language),
                <MarkButton
                  action={`/supervisor/parked/${job.id}/retry`}
                  csrf={c.get('csrf')}
                  label={desk.supervisor.retry}
                  of={`${job.job}, ${formatInstant(job.parkedAt, language)}`}
                />,
              ],
            }))}
          />
        </div>
        <CatalogueSection
          catalogue={ctx.catalogue}
          language={language}
          today={todayOf(now)}
          csrf={c.get('csrf')}
        />
      </>,
    );
  });

  app.post('/supervisor/parked/:id/retry', async (c) => {
    const isRetried = await retryJob(staffOf(c).ctx, idAt<'outbox'>(c));
    return c.redirect(`/supervisor?told=${isRetried ? 'retried' : 'already'}`, 303);
  });
  return app;
}

interface Group {
  label: string;
  rows: WorkloadRow[];
}

function Counts({
  language,
  now,
  caption,
  groups,
}: {
  language: Language;
  now: Date;
  caption: string;
  groups: Group[];
}) {
  const { desk, work } = words(language);
  return (
    <Table
      caption={caption}
      captionHidden
      empty={work.supervisor.nothing}
      columns={[
        { label: caption },
        { label: work.supervisor.waiting, numeric: true },
        { label: work.supervisor.held, numeric: true },
        { label: work.supervisor.pausedCases, numeric: true },
        { label: desk.supervisor.late, numeric: true },
        { label: desk.supervisor.oldest, numeric: true },
      ]}
      rows={groups.map(({ label, rows }) => ({
        cells: [
          label,
          sum(rows, 'waiting'),
          sum(rows, 'held'),
          sum(rows, 'paused'),
          sum(rows, 'late'),
          longest(rows, now, language),
        ],
      }))}
    />
  );
}

function longest(rows: WorkloadRow[], now: Date, language: Language): string {
  const since = rows
    .flatMap(({ oldestAt }) => oldestAt ?? [])
    .toSorted((a, b) => a.getTime() - b.getTime())[0];
  return since ? waited(since, now, language) : '–';
}

function sum(rows: WorkloadRow[], of: 'waiting' | 'held' | 'paused' | 'late'): string {
  return String(rows.reduce((total, row) => total + row[of], 0));
}
