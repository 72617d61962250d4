import {
  type BoardFilter,
  boardGroups,
  type DeskContext,
  exportBoard,
  readBoard,
  readBoardFilter,
  readForecast,
  readNow,
  todayOf,
  waitsMin,
} from '@guichet/casework';
import { z } from '@hono/zod-openapi';
import { Incomplete } from '../incomplete.ts';
import { type Operation, roomOf } from '../operation.ts';
import { channel, day, instant, text } from '../shapes.ts';

const operation = roomOf('Supervision');

const kinds = { service: text(60).optional(), team: text(60).optional(), channel: channel.optional() };
const span = z.strictObject({ from: day.optional(), to: day.optional(), ...kinds });
const counts = { arrived: z.int(), taken: z.int(), closed: z.int(), kept: z.int(), missed: z.int() };
const fewUntold = `Null where fewer than ${waitsMin} cases are behind it.`;
const figures = z.object({
  count: z.int(),
  median: z.number().nullable().openapi({ description: fewUntold }),
  ninth: z
    .number()
    .nullable()
    .openapi({ description: `Nine of ten waited no longer. ${fewUntold}` }),
});
const waiting = z
  .object({ count: z.int(), median: z.number().nullable().openapi({ description: fewUntold }) })
  .openapi({
    description:
      'Whom nobody has taken yet, now, whatever days are looked at, and for how long: in no other wait.',
  });
const expected = z.object({
  mean: z.number().nullable(),
  low: z.number(),
  high: z.number(),
});

/** What came, how long people waited and what was kept; how the desk stands now, and what will probably come. Unit: minutes */
export const boardOperations: readonly Operation[] = [
  operation({
    id: 'readBoard',
    method: 'get',
    path: '/figures/board',
    summary: 'Sum up the work of some days, and the gap between channels; waits in minutes',
    description: 'The last 28 days when none are named; a year at most.',
    permission: 'board.read',
    query: span.extend({ by: z.enum(boardGroups).optional() }),
    answer: z.object({
      gap: z.array(
        z.object({ channel, take: figures, waiting, close: figures, kept: z.int(), missed: z.int() }),
      ),
      unit: z.enum(['day', 'hour']),
      groups: z.array(z.string()),
      cells: z.array(
        z.object({
          at: z.string(),
          group: z.string().openapi({
            description: '`_all` for all together, `_others` for those without a line of their own.',
          }),
          ...counts,
          decided: z
            .int()
            .openapi({ description: 'Closed otherwise than as a duplicate: the cases behind `closeWait`.' }),
          takeWait: z.number().nullable().openapi({ description: fewUntold }),
          closeWait: z.number().nullable().openapi({ description: fewUntold }),
          open: z.int().nullable(),
        }),
      ),
    }),
    call: ({ ctx, query }) => readBoard(ctx, filterOf(ctx, query)),
  }),
  operation({
    id: 'readNow',
    method: 'get',
    path: '/figures/now',
    summary: 'Tell how the desk stands now',
    permission: 'board.read',
    query: z.strictObject(kinds),
    answer: z.object({
      arrivals: z.array(z.object({ hour: z.int(), channel, arrived: z.int() })),
      open: z.array(z.object({ channel, open: z.int() })),
      oldestAt: instant.nullable(),
      signedIn: z.int(),
    }),
    call: ({ ctx, query }) => readNow(ctx, query),
  }),
  operation({
    id: 'readForecast',
    method: 'get',
    path: '/figures/forecast',
    summary: 'Tell what will probably come in the next hours',
    permission: 'board.read',
    query: z.strictObject(kinds),
    answer: z.object({
      isClosedToday: z.boolean(),
      days: z.array(
        z.object({
          day,
          weeks: z.int(),
          hours: z.array(
            z.object({
              hour: z.int(),
              byChannel: z.array(z.object({ channel, expected })),
              all: expected,
            }),
          ),
        }),
      ),
    }),
    call: ({ ctx, query }) => readForecast(ctx, query),
  }),
  operation({
    id: 'exportHours',
    method: 'get',
    path: '/figures/hours',
    summary: 'Take away the counted hours that all figures are made of',
    description: 'Leaves an event. Exact waits are left out where they are of fewer than five cases.',
    permission: 'board.export',
    query: span,
    answer: z.object({
      rows: z.array(
        z.object({
          hour: instant,
          team: z.string(),
          serviceCode: z.string(),
          channel,
          ...counts,
          takeWaits: z.array(z.number()),
          closeWaits: z.array(z.number()),
        }),
      ),
    }),
    call: async ({ ctx, query }) => {
      const given = await exportBoard(ctx, filterOf(ctx, query), 'rows');
      return { rows: given.table === 'rows' ? given.rows : [] };
    },
  }),
];

/** Reads filters by the rules of the page's address. Errors: invalid — days that are none, in the wrong order, to come, or too many. */
function filterOf(ctx: DeskContext, given: Readonly<Record<string, string>>): BoardFilter {
  const { filter, wrong } = readBoardFilter((key) => given[key], todayOf(ctx.clock.now()));
  if (wrong !== undefined) throw new Incomplete([{ path: wrong, code: 'bad-date' }]);
  return filter;
}
