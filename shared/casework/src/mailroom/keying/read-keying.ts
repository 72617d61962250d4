import type { ContentKind } from '@guichet/catalogue';
import { type BatchId, day, deskTimeZone, type Reference, type StaffId } from '@guichet/kernel';
import type { Tx } from '@guichet/platform';
import { readAs } from '../../audit/read-as.ts';
import { todayOf } from '../../clocks/today.ts';
import type { DeskContext } from '../../context.ts';

/** How much was keyed, how fast and how well. */
export interface KeyingFigures {
  /** Confirmed, corrected or typed by a person. */
  fields: number;
  corrected: number;
  /** Spent on them, by the desk's own clock. */
  seconds: number;
  /** First keyings that a second person keyed too, and how many of them differed. */
  checked: number;
  differed: number;
  /** Of those, how many were wrong in the end. */
  wrong: number;
}

export interface KeyingReport {
  clerks: (KeyingFigures & { staffId: StaffId; name: string })[];
  batches: (KeyingFigures & { batchId: BatchId; fileName: string; receivedAt: Date; left: number })[];
  contents: SampledContent[];
  /** Answers of cases of the actor's teams that a check found wrong: somebody has to put them right. */
  mistakes: {
    reference: Reference;
    serviceCode: string;
    serviceVersion: number;
    path: string;
    foundAt: Date;
  }[];
}

/** What the sample told of one kind of content. */
export interface SampledContent {
  content: ContentKind;
  asked: number;
  wrong: number;
  /** Under this confidence a person looks; 0 leaves it to the reader. */
  confidenceMin: number;
  raisedAt: Date | null;
}

/** Counts what the actor keyed today. Own figures, so no event. */
export function readOwnKeying(ctx: DeskContext): Promise<KeyingFigures> {
  return readAs(ctx, 'mailroom.settle', async (sql) => {
    const me = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null;
    const from = sql`(${todayOf(ctx.clock.now())}::date)::timestamp at time zone ${deskTimeZone}`;
    const [row] = await sql<[KeyingFigures]>`
      select coalesce(sum(confirmed + corrected + typed), 0)::int as fields, coalesce(sum(corrected), 0)::int as corrected,
        coalesce(sum(seconds), 0)::int as seconds,
        (select count(*) from field_check where first_by = ${me} and second_at >= ${from})::int as checked,
        (select count(*) from field_check where first_by = ${me} and second_at >= ${from} and differs)::int as differed,
        (select count(*) from field_check where first_by = ${me} and second_at >= ${from} and first_wrong)::int as wrong
      from keying where staff_id = ${me} and at >= ${from}`;
    return row;
  });
}

/** Counts what was keyed in the mailroom over the last days: by person in order of name, by batch from the newest, and the sample by content. */
export function readKeying(ctx: DeskContext, { days }: { days: number }): Promise<KeyingReport> {
  return readAs(ctx, 'desk.supervise', async (sql) => {
    const from = new Date(ctx.clock.now().getTime() - days * day);
    return {
      clerks: await byClerk(sql, from),
      batches: await byBatch(sql, from),
      contents: await byContent(sql, from),
      mistakes: await mistakesIn(sql, from),
    };
  });
}

async function byClerk(sql: Tx, from: Date): Promise<KeyingReport['clerks']> {
  const rows = await sql<KeyingReport['clerks']>`
    select s.id as staff_id, s.name, k.fields, k.corrected, k.seconds,
      count(f.id)::int as checked, (count(f.id) filter (where f.differs))::int as differed,
      (count(f.id) filter (where f.first_wrong))::int as wrong
    from staff s join (
        select staff_id, sum(confirmed + corrected + typed)::int as fields, sum(corrected)::int as corrected, sum(seconds)::int as seconds
        from keying where at >= ${from} group by staff_id) k on k.staff_id = s.id
      left join field_check f on f.first_by = s.id and f.second_at >= ${from}
    group by s.id, s.name, k.fields, k.corrected, k.seconds order by s.name, s.id`;
  return [...rows];
}

async function byBatch(sql: Tx, from: Date): Promise<KeyingReport['batches']> {
  const rows = await sql<KeyingReport['batches']>`
    with k as (
      select letter_id, sum(confirmed + corrected + typed) as fields, sum(corrected) as corrected, sum(seconds) as seconds,
        sum(left_sure) as left_sure
      from keying where at >= ${from} group by letter_id)
    select b.id as batch_id, b.file_name, b.received_at,
      sum(k.fields)::int as fields, sum(k.corrected)::int as corrected, sum(k.seconds)::int as seconds, sum(k.left_sure)::int as left,
      coalesce(sum(f.checked), 0)::int as checked, coalesce(sum(f.differed), 0)::int as differed, coalesce(sum(f.wrong), 0)::int as wrong
    from k join letter l on l.id = k.letter_id join batch b on b.id = l.batch_id
      left join (
        select letter_id, count(*) filter (where second_at is not null) as checked, count(*) filter (where differs) as differed,
          count(*) filter (where first_wrong) as wrong
        from field_check where letter_id in (select letter_id from k) group by letter_id) f on f.letter_id = l.id
    group by b.id order by b.received_at desc, b.id desc limit 50`;
  return [...rows];
}

async function byContent(sql: Tx, from: Date): Promise<SampledContent[]> {
  const rows = await sql<SampledContent[]>`
    select coalesce(s.content, t.content) as content, coalesce(s.asked, 0)::int as asked, coalesce(s.wrong, 0)::int as wrong,
      coalesce(t.confidence_min, 0) as confidence_min, t.raised_at
    from (select content, count(*) as asked, count(*) filter (where wrong) as wrong from reading_sample
        where at >= ${from} group by content) s
      full join reading_threshold t on t.content = s.content
    order by 1`;
  return [...rows];
}

async function mistakesIn(sql: Tx, from: Date): Promise<KeyingReport['mistakes']> {
  const rows = await sql<KeyingReport['mistakes']>`
    select c.reference, f.service_code, f.service_version, f.path, f.settled_at as found_at
    from field_check f join letter l on l.id = f.letter_id join cases c on c.id = l.case_id
    where f.reason = 'sample' and f.first_wrong and f.settled_at >= ${from}
    order by f.settled_at desc, f.id desc limit 50`;
  return [...rows];
}
