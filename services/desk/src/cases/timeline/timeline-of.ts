import type { CaseFile } from '@guichet/casework';
import { formatReference, type Language } from '@guichet/kernel';
import { formatDay, type StatusTone, words } from '@guichet/pages';
import { deliveryTones } from '../delivery-tones.ts';

export const timelineGroups = ['contact', 'note', 'task', 'act'] as const;
export type TimelineGroup = (typeof timelineGroups)[number];

/** One thing that happened on a case. */
export interface TimelineEntry {
  at: Date;
  group: TimelineGroup;
  /** Of a contact. */
  channel?: string;
  direction?: 'in' | 'out';
  title: string;
  words?: string;
  by: string | null;
  sign?: { tone: StatusTone; label: string };
  /** The original of a recording that can be heard. */
  recording?: string;
}

/** Tells the channel that a reply's way goes by. */
const channelOfWay: Readonly<Record<string, string>> = {
  email: 'email',
  sms: 'sms',
  voice: 'phone',
  letter: 'mail',
  pickup: 'counter',
};

/** What the timeline says another way, and who looked: that stays in the history. */
const elsewhere =
  /^(case\.(opened|read|revealed|searched|document-received|transferred)|evidence\.|status\.read|task\.|address\.read|letter\.|reply\.|note\.|contact\.|recording\.|transcript\.)/;

/**
 * Puts all that happened on a case in one line, the newest first: contacts on every channel, notes, tasks and acts.
 *
 * Guarantee: replaces no history: who read what is there alone.
 */
export function timelineOf(file: CaseFile, language: Language): TimelineEntry[] {
  return [
    ...contactsOf(file, language),
    ...callsOf(file, language),
    ...repliesOf(file, language),
    ...recordingsOf(file, language),
    ...notesOf(file, language),
    ...tasksOf(file, language),
    ...actsOf(file, language),
    ...transfersOf(file, language),
    ...file.joined.flatMap(({ reference, contacts, calls }) =>
      [...contactsOf({ contacts, history: [] }, language), ...callsOf({ calls }, language)].map((entry) => ({
        ...entry,
        title: `${entry.title} (${formatReference(reference)})`,
      })),
    ),
  ].toSorted((a, b) => b.at.getTime() - a.at.getTime());
}

function contactsOf(
  { contacts, history }: Pick<CaseFile, 'contacts' | 'history'>,
  language: Language,
): TimelineEntry[] {
  const { timeline } = words(language).work;
  const kinds: Readonly<Record<string, string>> = timeline.kinds;
  const logged: Readonly<Record<string, { in: string; out: string }>> = timeline.logged;
  const met = contacts
    .filter(({ kind }) => kind !== 'reply')
    .map((contact): TimelineEntry => {
      const title =
        contact.kind === 'logged' ? logged[contact.channel]?.[contact.direction] : kinds[contact.kind];
      const length = contact.seconds === null ? '' : timeline.minutes(Math.round(contact.seconds / 60));
      return {
        at: contact.at,
        group: 'contact',
        channel: contact.channel,
        direction: contact.direction,
        title: [title ?? contact.kind, length].filter(Boolean).join(', '),
        ...(contact.words === null ? {} : { words: contact.words }),
        by: contact.by,
      };
    });
  const asked = history
    .filter(({ kind, actorKind }) => kind === 'status.read' && actorKind === 'public')
    .map(
      ({ at, actorId }): TimelineEntry => ({
        at,
        group: 'contact',
        channel: actorId === 'api' ? 'web' : actorId,
        direction: 'in',
        title: timeline.statusAsked,
        by: null,
      }),
    );
  return [...met, ...asked];
}

function callsOf({ calls }: Pick<CaseFile, 'calls'>, language: Language): TimelineEntry[] {
  const { timeline, callBack } = words(language).work;
  const states: Readonly<Record<string, string>> = callBack.states;
  return calls.map(({ direction, state, at, endedAt, by }) => {
    const isOver = endedAt !== null && (direction === 'in' || state === 'answered');
    const length = isOver ? timeline.minutes(Math.max(1, Math.round((+endedAt - +at) / 60_000))) : '';
    const title = direction === 'in' ? timeline.callIn : timeline.callOut;
    return {
      at,
      group: 'contact',
      channel: 'phone',
      direction,
      title: [title, length].filter(Boolean).join(', '),
      by,
      ...(direction === 'out' ? { sign: { tone: 'info' as const, label: states[state] ?? state } } : {}),
    };
  });
}

function repliesOf({ replies, deliveries }: CaseFile, language: Language): TimelineEntry[] {
  const { desk, work } = words(language);
  const purposes: Readonly<Record<string, string>> = work.case.purpose;
  const ways: Readonly<Record<string, string>> = desk.case.replyWay;
  const fates: Readonly<Record<string, string>> = work.case.fate;
  return replies
    .filter(({ way }) => way !== 'none')
    .map(({ id, purpose, way, createdAt, by }) => {
      const last = deliveries.filter(({ replyId }) => replyId === id).at(-1);
      const fate = last?.fate ?? null;
      return {
        at: last?.settledAt ?? last?.startedAt ?? createdAt,
        group: 'contact',
        channel: channelOfWay[last?.way ?? way] ?? way,
        direction: 'out',
        title: `${purposes[purpose] ?? purpose}, ${ways[last?.way ?? way] ?? way}`,
        by,
        sign:
          fate === null
            ? { tone: 'info', label: work.case.underway }
            : { tone: deliveryTones[fate] ?? 'info', label: fates[fate] ?? fate },
      };
    });
}

function recordingsOf({ evidence }: CaseFile, language: Language): TimelineEntry[] {
  return evidence
    .filter(({ kind, storedAt }) => kind === 'recording' && storedAt !== null)
    .map(({ id, createdAt }) => ({
      at: createdAt,
      group: 'contact',
      channel: 'phone',
      direction: 'in',
      title: words(language).work.case.evidenceKind.recording,
      by: null,
      recording: id,
    }));
}

function notesOf({ notes }: CaseFile, language: Language): TimelineEntry[] {
  const { timeline } = words(language).work;
  return notes.map(({ at, by, words: text }) => ({
    at,
    group: 'note',
    title: timeline.note,
    words: text,
    by,
  }));
}

function tasksOf({ tasks }: CaseFile, language: Language): TimelineEntry[] {
  const { timeline, caseTasks } = words(language).work;
  return tasks.flatMap((task): TimelineEntry[] => {
    const due = task.dueOn === null ? '' : `, ${caseTasks.dueOn(formatDay(task.dueOn, language))}`;
    const added: TimelineEntry = {
      at: task.createdAt,
      group: 'task',
      title: `${timeline.taskAdded(caseTasks.kinds[task.kind])}${due}`,
      ...(task.words === null ? {} : { words: task.words }),
      by: task.madeBy,
    };
    if (task.doneAt === null) return [added];
    const done = timeline.taskDone(caseTasks.kinds[task.kind]);
    return [added, { at: task.doneAt, group: 'task', title: done, by: task.doneBy }];
  });
}

function transfersOf({ transfers }: CaseFile, language: Language): TimelineEntry[] {
  const { transfer } = words(language).work;
  return transfers.map(({ at, by, to, reason }) => ({
    at,
    group: 'act',
    title: transfer.done(to),
    words: reason,
    by,
  }));
}

function actsOf({ history }: CaseFile, language: Language): TimelineEntry[] {
  const names: Readonly<Record<string, string>> = words(language).work.case.events;
  return history
    .filter(({ kind }) => !elsewhere.test(kind))
    .map(({ at, kind, actorName }) => ({ at, group: 'act', title: names[kind] ?? kind, by: actorName }));
}
