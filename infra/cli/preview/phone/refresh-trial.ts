import { startTrial } from './start-trial.ts';
import type { Trial, TrialKnown } from './trial.ts';

/** What a call is after its definitions may have changed; `gone` while the service can't be read or asked by telephone. */
export type Refreshed = { kind: 'same' | 'restarted'; trial: Trial } | { kind: 'gone'; code: string };

/** Begins a call again when the definition it is played on was saved with another content; a comment changes nothing. */
export function refreshTrial(trial: Trial, known: TrialKnown): Refreshed {
  if (trial.services === known.services) return { kind: 'same', trial };
  const code = trial.result.state.service?.code ?? trial.settings.service;
  const hashIn = (services: TrialKnown['services']) =>
    services.find(({ definition }) => definition.code === code)?.hash;
  const now = hashIn(known.services);
  if (now === undefined) return { kind: 'gone', code };
  if (now === hashIn(trial.services)) return { kind: 'same', trial: { ...trial, services: known.services } };
  return restartTrial(trial, known, { kind: 'gone', code });
}

/** Begins a call again as it began, on the definitions as they are now; the desk remembers what the call left with it. */
export function restartTrial(
  { settings, acts, memory }: Trial,
  known: TrialKnown,
  otherwise: Extract<Refreshed, { kind: 'gone' }> = { kind: 'gone', code: settings.service },
): Refreshed {
  const restarted = startTrial(settings, known, { ...memory, hasRefused: false });
  // Acts are counted on, so that no page of the call before fits the new one.
  return restarted ? { kind: 'restarted', trial: { ...restarted, acts: acts + 1 } } : otherwise;
}
