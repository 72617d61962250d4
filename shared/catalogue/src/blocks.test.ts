import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCatalogue } from './load.ts';

const pothole = readFileSync(
  fileURLToPath(new URL('../packs/quebec/pothole.v1.yaml', import.meta.url)),
  'utf8',
);
const block = `block: pet
questions:
  - key: has-pet
    type: yes-no
    label: { fr: Un animal?, en: A pet? }
  - key: pet-name
    type: text
    label: { fr: Son nom, en: Its name }
    when: { any: [{ is: { question: has-pet, value: true } }] }
`;
let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'blocks-'));
  mkdirSync(join(dir, 'blocks'));
  writeFileSync(join(dir, 'blocks/pet.block.yaml'), block);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Loads the pothole service with these lines put before its questions. */
function load(lines: string) {
  writeFileSync(join(dir, 'pothole.v1.yaml'), pothole.replace('\nquestions:\n', `\nquestions:\n${lines}\n`));
  const catalogue = loadCatalogue(dir);
  return { ...catalogue, service: catalogue.find('nid-de-poule') };
}

describe('a block of questions', () => {
  it('is put where it is used, twice under two names, its conditions on its own questions', () => {
    const { service, problems } = load('  - use: pet\n    as: first\n  - use: pet\n    as: second');
    expect(problems).toEqual([]);
    expect(service?.questions.slice(0, 4).map(({ key }) => key)).toEqual([
      'first-has-pet',
      'first-pet-name',
      'second-has-pet',
      'second-pet-name',
    ]);
    const asked = (answers: object) => service?.visible(answers as never).map(({ key }) => key);
    expect(asked({ 'second-has-pet': true })).toContain('second-pet-name');
    expect(asked({ 'second-has-pet': true })).not.toContain('first-pet-name');
  });

  it('is asked under the condition of its use, beside its own', () => {
    const when = 'when: { is: { question: a-has-pet, value: true } }';
    const { service } = load(`  - use: pet\n    as: a\n  - use: pet\n    as: b\n    ${when}`);
    const asked = (answers: object) => service?.visible(answers as never).map(({ key }) => key);
    expect(asked({ 'a-has-pet': false })).not.toContain('b-has-pet');
    expect(asked({ 'a-has-pet': true, 'b-has-pet': true })).toContain('b-pet-name');
    expect(asked({ 'a-has-pet': true, 'b-has-pet': false })).not.toContain('b-pet-name');
  });

  it('that does not exist is told in the file that asks for it, with the one that was meant', () => {
    const { problems } = load('  - use: pets');
    expect(problems).toMatchObject([{ file: 'pothole.v1.yaml', key: 'questions.0.use' }]);
    expect(problems[0]?.suggestion?.en).toContain('`pet`');
  });

  it('that is faulty is told in its own file, at its own line', () => {
    writeFileSync(join(dir, 'blocks/pet.block.yaml'), block.replace('type: text', 'type: texte'));
    const { problems } = load('  - use: pet');
    expect(problems).toMatchObject([{ file: join('blocks', 'pet.block.yaml'), line: 7 }]);
  });

  it('takes nothing beside its name, its prefix and a condition', () => {
    expect(load('  - use: pet\n    label: x').problems).toMatchObject([{ key: 'questions.0.label' }]);
  });
});
