import type { DeskContext } from '@guichet/casework';
import type { CompiledService } from '@guichet/catalogue';
import { DeskError } from '@guichet/kernel';

/** Gives a service that the counter takes, as it is asked now. Errors: not-found, `unknown-service` */
export function serviceAtCounter(
  { catalogue }: Pick<DeskContext, 'catalogue'>,
  code: string,
): CompiledService {
  const service = catalogue.find(code);
  if (!service || service.definition.channels.counter) throw new DeskError('not-found', 'unknown-service');
  return service;
}
