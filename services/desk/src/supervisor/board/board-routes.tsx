import {
  boardTables,
  exportBoard,
  listTeams,
  readBoard,
  readBoardFilter,
  readForecast,
  readNow,
  todayOf,
} from '@guichet/casework';
import { DeskError } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { Hono } from 'hono';
import { csvOf } from '../../frame/csv-of.ts';
import type { DeskEnv, DeskRequest } from '../../frame/desk-env.ts';
import { draw } from '../../frame/draw.tsx';
import { problemFacts } from '../../frame/form-problem.tsx';
import { staffOf } from '../../session/require-staff.ts';
import { BoardPage } from './board-page.tsx';
import { exportTable } from './board-tables.ts';
import { NowSection } from './now-section.tsx';

/** Shows a supervisor what came, how long people waited and what was kept, how the desk stands now, and what will probably come. */
export function boardRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get('/supervisor/board', async (c) => {
    const { ctx } = staffOf(c, 'board.read');
    const { filter, wrong } = asked(c);
    const language = c.get('language');
    const { title, filter: said } = words(language).board;
    const [board, state, forecast, teams] = await Promise.all([
      readBoard(ctx, filter),
      readNow(ctx, filter),
      readForecast(ctx, filter),
      teamsSeen(c),
    ]);
    const problem = wrong === undefined ? undefined : { path: wrong, message: said.wrong };
    const typed = { from: c.req.query('from') ?? '', to: c.req.query('to') ?? '' };
    return draw(
      c,
      { title, current: 'supervisor', wide: true, ...problemFacts(problem) },
      <BoardPage
        language={language}
        catalogue={ctx.catalogue}
        teams={teams}
        filter={filter}
        board={board}
        state={state}
        forecast={forecast}
        now={ctx.clock.now()}
        problem={problem}
        {...(wrong === undefined ? {} : { typed })}
      />,
    );
  });

  app.get('/supervisor/board/now', async (c) => {
    const { ctx } = staffOf(c, 'board.read');
    const { filter } = asked(c);
    const language = c.get('language');
    const { now: said } = words(language).board;
    return draw(
      c,
      { title: said.title, current: 'supervisor', wide: true },
      <>
        <a class="back" href="/supervisor/board">
          {said.back}
        </a>
        <h1>{said.alone}</h1>
        <NowSection
          language={language}
          filter={filter}
          state={await readNow(ctx, filter)}
          now={ctx.clock.now()}
        />
      </>,
    );
  });

  app.get('/supervisor/board/tables/:file', async (c) => {
    const { ctx } = staffOf(c, 'board.export');
    const table = boardTables.find((one) => `${one}.csv` === c.req.param('file'));
    if (table === undefined) throw new DeskError('not-found', 'not-found');
    const { filter } = asked(c);
    const language = c.get('language');
    const [given, teams] = await Promise.all([exportBoard(ctx, filter, table), listTeams(ctx)]);
    const { head, rows } = exportTable(
      { language, catalogue: ctx.catalogue, teams, filter, bare: true },
      given,
    );
    const { file } = words(language).board.export;
    c.header('content-type', 'text/csv; charset=utf-8');
    c.header('content-disposition', `attachment; filename="${file(table, filter.from, filter.to)}"`);
    c.header('cache-control', 'no-store');
    return c.body(csvOf([head, ...rows], language));
  });
  return app;
}

function asked(c: DeskRequest): ReturnType<typeof readBoardFilter> {
  return readBoardFilter((key) => c.req.query(key), todayOf(staffOf(c).ctx.clock.now()));
}

async function teamsSeen(c: DeskRequest) {
  const { ctx, actor } = staffOf(c);
  return (await listTeams(ctx)).filter(({ code }) => actor.teams.includes(code));
}
