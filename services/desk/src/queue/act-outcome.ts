import { type ActedOn, type QueueAct, type QueueActId, queueActKinds } from '@guichet/casework';
import { type DeskErrorCode, isId, parseReference, type Reference } from '@guichet/kernel';

/** What became of an act, as the address of the page that tells it carries it. */
export interface ActOutcome {
  kind: QueueAct['kind'] | 'undone';
  /** Undoes it; absent when it can't be. */
  id?: QueueActId;
  done: number;
  already: number;
  /** Of those done, given to who then holds more cases than they should. */
  over: number;
  refused: { reference: Reference; code: string; publicKey: string }[];
}

const kinds = [...queueActKinds, 'undone'] as const;

/** Writes it; references and keys of refusals are all that it says of a case. */
export function writeOutcome(
  kind: ActOutcome['kind'],
  id: QueueActId | undefined,
  cases: readonly ActedOn[],
): string {
  const count = (outcome: ActedOn['outcome']) =>
    String(cases.filter((one) => one.outcome === outcome).length);
  const over = cases.filter(({ isOver }) => isOver).length;
  const refused = cases.flatMap(({ reference, why }) =>
    why ? [`${reference}.${why.code}.${why.publicKey}`] : [],
  );
  return new URLSearchParams({
    kind,
    ...(id === undefined ? {} : { act: id }),
    done: count('done'),
    already: count('already'),
    ...(over === 0 ? {} : { over: String(over) }),
    ...(refused.length === 0 ? {} : { refused: refused.join(',') }),
  }).toString();
}

/** Reads it; anything else tells nothing. */
export function readOutcome(asked: (key: string) => string | undefined): ActOutcome | undefined {
  const kind = kinds.find((one) => one === asked('kind'));
  if (!kind) return undefined;
  const act = asked('act') ?? '';
  const number = (key: string) => Math.min(50, Number(/^\d{1,2}$/.exec(asked(key) ?? '')?.[0] ?? 0));
  const refused = (asked('refused') ?? '').slice(0, 4000).split(',').slice(0, 50);
  return {
    kind,
    ...(isId(act) ? { id: act as QueueActId } : {}),
    done: number('done'),
    already: number('already'),
    over: number('over'),
    refused: refused.flatMap((text) => {
      const [, digits = '', code = '', publicKey = ''] =
        /^(\d{10})\.([a-z-]{1,20})\.([a-z-]{1,40})$/.exec(text) ?? [];
      const reference = parseReference(digits);
      return reference ? [{ reference, code: code as DeskErrorCode, publicKey }] : [];
    }),
  };
}
