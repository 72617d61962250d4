import { type CallDeps, type CallFacts, type StepResult, startCall, step } from '@guichet/channels/phone';
import { newId } from '@guichet/kernel';
import { type DeskMemory, noMemory } from './desk-memory.ts';
import { settleTurn } from './settle-turn.ts';
import type { Trial, TrialKnown } from './trial.ts';
import { trialDeps } from './trial-deps.ts';
import { type TrialSettings, trialNumber } from './trial-settings.ts';

/** Begins a trial call, at the greeting or past it; undefined when the line does not offer the service it should begin with. */
export function startTrial(
  settings: TrialSettings,
  known: TrialKnown,
  memory: DeskMemory = noMemory,
): Trial | undefined {
  const deps = trialDeps(settings, known);
  const facts: CallFacts = {
    callSid: `CA${newId().replaceAll('-', '')}`,
    today: known.today,
    ...(settings.number === 'known' ? { from: trialNumber } : {}),
  };
  const greeted = greeting(facts, settings, deps);
  const result = settings.starts === 'greeting' ? greeted : atService(greeted, settings, deps);
  if (result === undefined) return undefined;
  const trial: Trial = {
    settings,
    services: known.services,
    result,
    said: [],
    transcript: [],
    keyed: '',
    acts: 0,
    counts: { turns: 0, presses: 0, speechSeconds: 0 },
    memory,
    hungUp: false,
  };
  return settleTurn(trial, result, deps, known);
}

function greeting(facts: CallFacts, { slow }: TrialSettings, deps: CallDeps): StepResult {
  const greeted = startCall(facts, deps);
  return slow ? step(greeted.state, { kind: 'keys', digits: '3' }, deps) : greeted;
}

/** Goes through the menu of a desk that offers nothing else, whichever key it gives the service. */
function atService({ state }: StepResult, settings: TrialSettings, deps: CallDeps): StepResult | undefined {
  const services = deps.services.filter(({ definition }) => definition.code === settings.service);
  const only = { ...deps, services };
  const digits = settings.language === 'fr' ? '1' : '2';
  const menu = step(state, { kind: 'keys', digits }, only);
  return [...'123456789']
    .map((key) => step(menu.state, { kind: 'keys', digits: key }, only))
    .find((result) => result.state.service?.code === settings.service);
}
