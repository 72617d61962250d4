import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Lists the files that words for people may stand in. */
function files(ending: RegExp): string[] {
  return ['shared', 'services', 'workers', 'infra'].flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path}`)
      .filter((path) => ending.test(path) && !/node_modules|\.test\.|\/test\//.test(path)),
  );
}

/** Lists the texts of a source file, a template in its parts. */
function textsOf(file: string): string[] {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) found.push(node.text);
    if (ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) found.push(node.text);
    ts.forEachChild(node, look);
  };
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  look(
    ts.createSourceFile(file, readFileSync(`${root}${file}`, 'utf8'), ts.ScriptTarget.Latest, false, kind),
  );
  return found;
}

/** A mark with a space before it, after a word or where a part of a template begins. */
const spaced = /(?:^|[\p{L}\p{N})»…])[ \u00a0\u202f][?!;](?=\s|$)/u;

/** Source: OQLF, Espacement avant et après les signes de ponctuation; English has no such space either */
it('no word of ours has a space before ; ! ?', () => {
  const sources = files(/\.tsx?$/).flatMap((file) => textsOf(file).map((text) => ({ file, text })));
  const packs = files(/\.ya?ml$/).map((file) => ({ file, text: readFileSync(`${root}${file}`, 'utf8') }));
  expect(sources.length).toBeGreaterThan(10_000);
  expect(packs.length).toBeGreaterThan(30);
  expect([...sources, ...packs].filter(({ text }) => spaced.test(text))).toEqual([]);
});

it.each(['Quoi ?', 'le 3 !', '« oui » ; non', ' ? Pour oui', 'Quoi\u202f?', 'Quoi\u00a0!'])(
  '%s would be found',
  (text) => {
    expect(text).toMatch(spaced);
  },
);

it.each(['Quoi? Oui; non!', 'une clé ?x=1', 'a ?? b'])('%s is right', (text) => {
  expect(text).not.toMatch(spaced);
});
