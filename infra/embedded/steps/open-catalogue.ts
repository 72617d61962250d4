import { openDesk, publishServices } from '@guichet/casework';
import type { Bilingual } from '@guichet/kernel';
import { demoPassword, demoStaff, loadDemo } from '../../demo/index.ts';
import type { SignIn } from './welcome.ts';

export interface CatalogueOptions {
  readonly databaseUrl: string;
  readonly keyFile: string;
  readonly dataFolder: string;
  readonly catalogueFolder: string;
  readonly warn: (words: Bilingual) => void;
}

/** A published catalogue, and the desk that published it. */
export interface OpenCatalogue {
  /** Of the services, in the order of the catalogue. */
  readonly codes: readonly string[];
  /** Fills the desk with the demo and gives its accounts; repeating changes nothing. */
  loadDemo(): Promise<SignIn[]>;
  close(): Promise<void>;
}

/**
 * Publishes the catalogue's services, which must be known before the first request for one.
 *
 * Guarantee: a published version that was edited since is warned of and stays as it was.
 */
export async function openCatalogue(options: CatalogueOptions): Promise<OpenCatalogue> {
  const { ctx, close } = await openDesk({
    databaseUrl: options.databaseUrl,
    keyFile: options.keyFile,
    dataDir: options.dataFolder,
    catalogueDir: options.catalogueFolder,
    name: 'start',
    actor: { kind: 'system', name: 'start' },
    poolMax: 2,
  });
  try {
    const { services } = ctx.catalogue;
    const { edited } = await publishServices(ctx, services);
    for (const { code, version } of edited) {
      options.warn({
        fr: `${code} version ${version} a été modifié après sa publication : publiez une nouvelle version`,
        en: `${code} version ${version} was edited after its publication: publish a new version`,
      });
    }
    return {
      codes: [...new Set(services.map(({ definition }) => definition.code))],
      async loadDemo() {
        await loadDemo(ctx);
        return demoStaff.map(({ title, signIn }) => ({ role: title, signIn, password: demoPassword }));
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
