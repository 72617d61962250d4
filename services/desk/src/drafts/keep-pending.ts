import {
  type Answers,
  fieldName,
  type GroupEntry,
  isEntries,
  isPending,
  type PendingValue,
  type PostedForm,
} from '@guichet/catalogue';

/** A recording that stands for an answer in an entry of a group, and the control that a form carries it in. */
export interface HeldRecording {
  name: string;
  evidence: string;
}

/**
 * Lists the recordings in the entries of groups, for the form that goes on with them.
 *
 * Guarantee: a control goes and moves with its entry, as all controls of an entry do.
 */
export function heldRecordings(answers: Answers): HeldRecording[] {
  return Object.entries(answers).flatMap(([group, value]) =>
    entriesOf(value).flatMap((entry, index) =>
      pendingMembers(entry).map(([member, { evidence }]) => ({
        name: controlName(group, index, member),
        evidence,
      })),
    ),
  );
}

/**
 * Puts the recordings of a call back where nothing was typed instead, so that they are transcribed later.
 *
 * Guarantee: what was typed wins; in a group a recording goes to the entry that carried it, wherever it stands by now, and is
 *   left out with an entry that was removed.
 */
export function keepPending(
  raw: Readonly<Record<string, unknown>>,
  form: PostedForm,
  answers: Answers,
): Record<string, unknown> {
  const kept: Record<string, unknown> = { ...raw };
  for (const [key, value] of Object.entries(answers)) {
    const typed = kept[key];
    if (isPending(value) && isBlank(typed)) kept[key] = value;
    if (Array.isArray(typed)) kept[key] = typed.map((entry, index) => withHeld(entry, key, index));
  }
  return kept;

  function withHeld(typed: unknown, group: string, index: number): unknown {
    if (typeof typed !== 'object' || typed === null) return typed;
    const entry: Record<string, unknown> = { ...typed };
    for (const [member, value] of entriesOf(answers[group]).flatMap(pendingMembers)) {
      const isCarried = form[controlName(group, index, member)] === value.evidence;
      if (isCarried && isBlank(entry[member])) entry[member] = value;
    }
    return entry;
  }
}

/** No question has a part of this name. */
function controlName(group: string, index: number, member: string): string {
  return fieldName(group, index, member, 'pending');
}

function entriesOf(value: Answers[string] | undefined): GroupEntry[] {
  return value !== undefined && isEntries(value) ? value : [];
}

function pendingMembers(entry: GroupEntry): [string, PendingValue][] {
  return Object.entries(entry).filter((member): member is [string, PendingValue] => isPending(member[1]));
}

function isBlank(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isBlank);
  return value === undefined || value === null || value === '';
}
