import { setTimeout as sleep } from 'node:timers/promises';
import {
  type DeskContext,
  findMessage,
  isRecordingErased,
  type MessageLeft,
  messageLeft,
  messageRecordingId,
} from '@guichet/casework';

/** How long the turn that names a recording may come after the provider's news of it. Unit: milliseconds. */
const turnComesWithin = { ms: 8_000, pollMs: 250 };

/**
 * Has a person hear a message that no turn of its call could hand over: left when we could not take a call-back, or by a call whose
 * turn never came.
 *
 * Guarantee: one task a message, however often the provider tells of it; none for what the caller erased.
 */
export async function hearMessage(system: DeskContext, message: MessageLeft): Promise<void> {
  if ((await whenSettled(system, message)) === 'unheard') await messageLeft(system, message);
}

/** Waits for what the turn does with it. Begun by us before means that this is told again: what is left to do is not the turn's. */
async function whenSettled(system: DeskContext, message: MessageLeft): Promise<'settled' | 'unheard'> {
  const ours = messageRecordingId(system.keyring, message.recordingSid);
  const until = performance.now() + turnComesWithin.ms;
  for (;;) {
    const isOver = performance.now() >= until;
    if (await isRecordingErased(system, message)) return 'settled';
    const found = await findMessage(system, message.recordingSid);
    if (found?.hasTask) return 'settled';
    if (isOver || found?.evidenceId === ours) return 'unheard';
    await sleep(turnComesWithin.pollMs);
  }
}
