import { openDesk, publishServices } from '@guichet/casework';
import type { Bilingual } from '@guichet/kernel';
import { demoPassword, demoStaff, type LeaveRecording, loadDemo } from '../../demo/index.ts';
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
  /** Of the services that have a paper form, the shortest form first. */
  readonly codes: readonly string[];
  /** Fills the desk with the demo and gives its accounts; repeating changes nothing. */
  loadDemo(options?: { leaveRecording?: LeaveRecording | undefined }): Promise<SignIn[]>;
  close(): Promise<void>;
}

/**
 * Opens the catalogue, and publishes all of it on a desk where nothing is published yet.
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
    // An empty desk takes the whole folder; after that what is new waits for a supervisor, who says from when and why.
    if (ctx.catalogue.services.length === 0) {
      await publishServices(ctx, ctx.catalogue.drafts, 'Premier départ · First start');
      await ctx.catalogue.refresh?.();
    }
    const { services, problems, drafts } = ctx.catalogue;
    if (drafts.length > 0) options.warn(draftWords(drafts.length));
    if (problems.length > 0) options.warn(setAsideWords(new Set(problems.map(({ file }) => file)).size));
    return {
      codes: services
        .filter(({ definition }) => definition.channels.mail === undefined)
        .toSorted((a, b) => a.questions.length - b.questions.length)
        .map(({ definition }) => definition.code),
      async loadDemo(demo) {
        await loadDemo(ctx, demo);
        return demoStaff.map(({ title, signIn }) => ({ role: title, signIn, password: demoPassword }));
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function draftWords(count: number): Bilingual {
  return {
    fr: `Catalogue : ${count} ${count > 1 ? 'versions attendent' : 'version attend'} d’être publiée${count > 1 ? 's' : ''} (page Supervision)`,
    en: `Catalogue: ${count} ${count > 1 ? 'versions wait' : 'version waits'} to be published (Supervision page)`,
  };
}

/** The doors' own lines tell each problem. */
function setAsideWords(files: number): Bilingual {
  const some = files > 1;
  return {
    fr: `Catalogue : ${files} ${some ? 'fichiers fautifs mis' : 'fichier fautif mis'} de côté, les autres servent (voir les lignes catalogue.problem et la page Supervision)`,
    en: `Catalogue: ${files} faulty ${some ? 'files' : 'file'} set aside, the others serve (see the catalogue.problem lines and the Supervision page)`,
  };
}
