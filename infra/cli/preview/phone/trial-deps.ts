import { dueAt, instantOn, todayOf } from '@guichet/casework';
import type { Span } from '@guichet/catalogue';
import type { CallDeps, PeopleNow } from '@guichet/channels/phone';
import { newId } from '@guichet/kernel';
import type { TrialKnown } from './trial.ts';
import type { TrialSettings } from './trial-settings.ts';

/** How many staff lines ring one after the other, so that an author hears both go unanswered. */
const lines = 2;

/** Where documents that follow by post are said to go. */
const postTo = ['1, rue de l’Essai', 'Québec', 'G1R 4S9'];

/** Gives the dialog what a desk set up as the author wants would give it. */
export function trialDeps(settings: TrialSettings, { services, today, addresses }: TrialKnown): CallDeps {
  const people = peopleNow(settings, today);
  return {
    services,
    newEvidenceId: () => newId<'evidence'>(),
    callBackDays: [
      dueOn(today, { amount: 1, unit: 'business-days' }),
      dueOn(today, { amount: 2, unit: 'business-days' }),
    ],
    postTo,
    ...(settings.addresses ? { addresses } : {}),
    ...(people ? { people } : {}),
  };
}

function peopleNow({ people }: TrialSettings, today: string): PeopleNow | undefined {
  switch (people) {
    case 'untold':
      return undefined;
    case 'open':
      return { state: 'open', lines };
    case 'closed':
      return {
        state: 'closed',
        opensOn: dueOn(today, { amount: 1, unit: 'business-days' }),
        opensAt: '08:30',
      };
  }
}

/** Gives the day by which a promise made today must be kept, ISO. */
export function dueOn(today: string, span: Span): string {
  return todayOf(dueAt(instantOn(today, 12), span));
}
