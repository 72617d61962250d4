import { openDesk, publishServices } from '@guichet/casework';
import type { Bilingual } from '@guichet/kernel';
import { demoPassword, demoStaff, loadDemo } from '../../demo/index.ts';
import type { SignIn } from './welcome.ts';

export interface CatalogueOptions {
  readonly databaseUrl: string;
  readonly keyFile: string;
  readonly dataFolder: string;
  readonly catalogueFolder: string;
  readonly withDemo: boolean;
  readonly warn: (words: Bilingual) => void;
}

export interface LoadedCatalogue {
  readonly codes: readonly string[];
  readonly signIns: readonly SignIn[];
}

/**
 * Publishes the catalogue's services and gives their codes; where asked, fills the desk with the demo.
 *
 * Guarantee: a published version that was edited since is warned of and stays as it was.
 */
export async function loadCatalogue(options: CatalogueOptions): Promise<LoadedCatalogue> {
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
    const codes = [...new Set(services.map(({ definition }) => definition.code))];
    if (!options.withDemo) return { codes, signIns: [] };
    await loadDemo(desk.ctx);
    return {
      codes,
      signIns: demoStaff.map(({ title, signIn }) => ({ role: title, signIn, password: demoPassword })),
    };
  } finally {
    await desk.close();
  }
}
