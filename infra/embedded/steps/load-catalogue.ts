import { openDesk, publishServices } from '@guichet/casework';
import type { Bilingual } from '@guichet/kernel';

export interface CatalogueOptions {
  readonly databaseUrl: string;
  readonly keyFile: string;
  readonly dataFolder: string;
  readonly catalogueFolder: string;
  readonly warn: (words: Bilingual) => void;
}

/** Publishes the catalogue's services and gives their codes; a published version that was edited since is warned of. */
export async function loadCatalogue(options: CatalogueOptions): Promise<string[]> {
  const desk = await openDesk({
    databaseUrl: options.databaseUrl,
    keyFile: options.keyFile,
    dataDir: options.dataFolder,
    catalogueDir: options.catalogueFolder,
    name: 'start',
    actor: { kind: 'system', name: 'start' },
    poolMax: 2,
  });
  try {
    const { services } = desk.ctx.catalogue;
    const { edited } = await publishServices(desk.ctx, services);
    for (const { code, version } of edited) {
      options.warn({
        fr: `${code} version ${version} a été modifié après sa publication : publiez une nouvelle version`,
        en: `${code} version ${version} was edited after its publication: publish a new version`,
      });
    }
    return [...new Set(services.map(({ definition }) => definition.code))];
  } finally {
    await desk.close();
  }
}
