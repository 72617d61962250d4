import type { MemberQuestion, Question } from '../definition.ts';
import { same } from './say-change.ts';

type Asked = Question | MemberQuestion;
type Range = Extract<Asked, { type: 'date' }>['range'];
type Bound = number | string | undefined;

const raised = (before: Bound, after: Bound): boolean =>
  after !== undefined && (before === undefined || after > before);
const lowered = (before: Bound, after: Bound): boolean =>
  after !== undefined && (before === undefined || after < before);

/** Tells whether a question of the same type takes fewer answers than it did, options and members of groups apart. */
export function isNarrower(old: Asked, now: Asked): boolean {
  switch (now.type) {
    case 'text':
    case 'long-text':
      return old.type === now.type && lowered(old.maxLength, now.maxLength);
    case 'choices':
    case 'scale':
    case 'group':
      return old.type === now.type && (raised(old.min, now.min) || lowered(old.max, now.max));
    case 'number':
      return (
        old.type === 'number' &&
        (raised(old.min, now.min) || lowered(old.max, now.max) || lowered(old.decimals, now.decimals))
      );
    case 'money':
      return (
        old.type === 'money' &&
        (raised(old.minCents ?? 0, now.minCents ?? 0) || lowered(old.maxCents, now.maxCents))
      );
    case 'date':
      return old.type === 'date' && rangeIsNarrower(old.range, now.range);
    case 'file':
      return (
        old.type === 'file' &&
        (lowered(old.filesMax, now.filesMax) || old.later.some((way) => !now.later.includes(way)))
      );
    case 'identifier':
      return old.type === 'identifier' && !(same(old.pattern, now.pattern) && old.check === now.check);
    case 'person':
      return old.type === 'person' && old.birthDate !== now.birthDate;
    case 'ranking':
      return old.type === 'ranking' && (old.top ?? old.options.length) !== (now.top ?? now.options.length);
    case 'slot':
      return (
        old.type === 'slot' &&
        (old.minutes !== now.minutes || !same(old.hours, now.hours) || rangeIsNarrower(old.range, now.range))
      );
    default:
      return false;
  }
}

const rangeIsNarrower = (old: Range, now: Range): boolean =>
  raised(old?.min, now?.min) ||
  lowered(old?.max, now?.max) ||
  raised(old?.daysMin, now?.daysMin) ||
  lowered(old?.daysMax, now?.daysMax);
