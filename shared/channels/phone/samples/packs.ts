import { fileURLToPath } from 'node:url';
import type { CompiledService } from '@guichet/catalogue';
import { loadCatalogue } from '@guichet/catalogue/load';

/** The shipped services, as a call meets them. */
export function shippedServices(): CompiledService[] {
  const catalogue = loadCatalogue(fileURLToPath(new URL('../../../catalogue/packs', import.meta.url)));
  return [...catalogue.services];
}
