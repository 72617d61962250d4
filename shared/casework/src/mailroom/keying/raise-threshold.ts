import type { ContentKind } from '@guichet/catalogue';
import { day } from '@guichet/kernel';
import type { DeskTx } from '../../audit/transact.ts';
import { chanceOfAtLeast } from './binomial.ts';

/** What a reader may be wrong about and sure. Source: reference on mail, targets of typed fields. */
export const wrongMax = 0.005;
/** Of what has a form of its own to be checked against. */
const wrongMaxChecked = 0.001;
const checked: readonly ContentKind[] = ['postal-code', 'phone', 'email', 'identifier'];

/** The last one leaves nothing to the machine alone. */
const steps = [0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99, 0.995, 1.01];
/** Of what was seen by chance, this is too rare to wait for more. */
const tooRare = 0.025;
/** One error alone may be a slip of whoever keyed it. */
const wrongMin = 2;
/** Unit: days. */
const remembered = 90;

/** Gives the share of wrong and sure readings that a kind of content may have. */
export function wrongMaxOf(content: ContentKind): number {
  return checked.includes(content) ? wrongMaxChecked : wrongMax;
}

/**
 * Raises the threshold of a kind of content when its samples are wrong more often than it may be, more than chance explains.
 *
 * Shape: the new threshold; undefined when the old one stays.
 * Guarantee: only ever rises; a supervisor alone takes it down.
 */
export async function raiseThreshold(tx: DeskTx, content: ContentKind): Promise<number | undefined> {
  // Two clerks who find an error at once raise it one after the other.
  await tx.sql`
    insert into reading_threshold (content, confidence_min, since) values (${content}, 0, ${new Date(0)})
    on conflict (content) do nothing`;
  const [held] = await tx.sql<[{ confidenceMin: number; since: Date }]>`
    select confidence_min, since from reading_threshold where content = ${content} for update`;
  const now = held.confidenceMin;
  const since = new Date(Math.max(held.since.getTime(), tx.now.getTime() - remembered * day));
  const samples = await tx.sql<{ confidence: number; wrong: boolean }[]>`
    select confidence, wrong from reading_sample
    where content = ${content} and at >= ${since} and confidence >= ${now}`;
  const max = wrongMaxOf(content);
  const wrong = wrongIn(samples);
  if (wrong < wrongMin || chanceOfAtLeast(wrong, samples.length, max) >= tooRare) return undefined;
  const raised = steps.find((step) => {
    const left = samples.filter(({ confidence }) => confidence >= step);
    return step > now && wrongIn(left) <= max * left.length;
  });
  if (raised === undefined) return undefined;
  await tx.sql`
    update reading_threshold set confidence_min = ${raised}, raised_at = ${tx.now} where content = ${content}`;
  return raised;
}

function wrongIn(samples: readonly { wrong: boolean }[]): number {
  return samples.filter(({ wrong }) => wrong).length;
}
