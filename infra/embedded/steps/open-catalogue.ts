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
 * Guarantee: a faulty file, or a published one that was edited, is warned of and keeps no other from serving.
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
    const { services, problems } = ctx.catalogue;
    await publishServices(ctx, services);
    if (problems.length > 0) options.warn(setAsideWords(new Set(problems.map(({ file }) => file)).size));
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

/** The doors' own lines tell each problem. */
function setAsideWords(files: number): Bilingual {
  const some = files > 1;
  return {
    fr: `Catalogue : ${files} ${some ? 'fichiers fautifs mis' : 'fichier fautif mis'} de côté, les autres servent (voir les lignes catalogue.problem et la page Supervision)`,
    en: `Catalogue: ${files} faulty ${some ? 'files' : 'file'} set aside, the others serve (see the catalogue.problem lines and the Supervision page)`,
  };
}
