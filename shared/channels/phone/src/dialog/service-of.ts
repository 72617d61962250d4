import type { CompiledService } from '@guichet/catalogue';
import { remembered } from '../menu/remembered.ts';
import type { CallState } from './call-state.ts';
import type { CallDeps } from './move.ts';

/** Finds the service of a call in the version it started with, or in the one in force when that one is gone. */
export function serviceOf(state: CallState, deps: CallDeps): CompiledService | undefined {
  const named = deps.services.filter(({ definition }) => definition.code === state.service?.code);
  return named.find(({ definition }) => definition.version === state.service?.version) ?? named[0];
}

/** The services that can be asked for by telephone; the same list as long as the offer is the same. */
export function phoneServices(deps: CallDeps): readonly CompiledService[] {
  return offered(deps.services, 'phone');
}

const offered = remembered((services: readonly CompiledService[]): readonly CompiledService[] => {
  const latest = new Map<string, CompiledService>();
  for (const service of services) {
    const { code, version, channels } = service.definition;
    const known = latest.get(code);
    if (!channels.phone && (known === undefined || known.definition.version < version))
      latest.set(code, service);
  }
  return [...latest.values()];
});
