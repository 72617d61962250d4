import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

export interface BundledChild {
  /** The one file to run. */
  file: string;
  /** Folders that it reads its libraries from. */
  libraries: string[];
}

/**
 * Makes one plain file of the child's program, so that it needs no loader, no second process and no sight of our sources.
 *
 * Shape: our own code inside; packages stay where npm put them, named by their full address.
 */
export async function bundleChild(file: string): Promise<BundledChild> {
  const libraries = new Set<string>();
  await build({
    entryPoints: [fileURLToPath(new URL('child-main.ts', import.meta.url))],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'silent',
    plugins: [packagesByAddress(libraries)],
  });
  return { file, libraries: [...libraries] };
}

const seen = Symbol('resolved by us');

function packagesByAddress(libraries: Set<string>): Plugin {
  return {
    name: 'packages-by-address',
    setup({ onLoad, onResolve, resolve }) {
      onResolve({ filter: /.*/ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
        if (pluginData === seen || kind === 'entry-point') return undefined;
        if (path.startsWith('node:')) return { path, external: true };
        const found = await resolve(path, { kind, importer, resolveDir, pluginData: seen });
        if (found.errors.length > 0) return { errors: found.errors };
        const cut = found.path.lastIndexOf(nodeModules);
        // A room's index names much that the child does not use.
        if (cut < 0) return { path: found.path, sideEffects: false };
        libraries.add(found.path.slice(0, cut + nodeModules.length));
        return { path: pathToFileURL(found.path).href, external: true, sideEffects: false };
      });
      // What looks for a package's files looks from where it was written.
      onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
        loader: 'ts',
        contents: (await readFile(path, 'utf8')).replaceAll(
          'import.meta.url',
          JSON.stringify(pathToFileURL(path).href),
        ),
      }));
    },
  };
}

const nodeModules = '/node_modules/';
