import { isField, openTextReader } from '@guichet/channels/mail';
import { beforeAll, describe, expect, it } from 'vitest';
import { judgePage, type PageVerdict } from '../load/paper/judge-page.ts';
import type { KindName } from '../load/paper/kinds.ts';
import { limitsOf } from '../load/paper/limits.ts';
import { type MadePage, makePage } from '../load/paper/make-page.ts';
import { badness, type PageNews } from '../load/paper/play-page.ts';
import { type PageReading, readPage } from '../load/paper/read-page.ts';
import { count, countChecked, countPages, isCharacter, isMark } from '../load/paper/tally.ts';
import { charactersOff } from '../support/paper/characters-off.ts';
import { testForm } from '../support/paper/index.ts';
import { packRows } from './whole-pack.ts';

const rows = packRows().filter(({ service }) => service.definition.code === 'permis-chien');
const played: { made: MadePage; reading: PageReading; news: PageNews }[] = [];

const newsOf = (made: MadePage, reading: PageReading, verdict = judgePage(made, reading)): PageNews => ({
  ...verdict,
  seed: made.seed,
  kind: made.kind,
  style: made.style,
  spent: reading.spent,
  total: reading.total,
  name: made.row.name,
});

const of = (kind: KindName) => {
  const found = played.find(({ made }) => made.kind === kind);
  if (found === undefined) throw new Error(`${kind} was not played`);
  return found;
};
const news = () => played.map((one) => one.news);
const wrongOf = ({ outcomes }: PageVerdict) => outcomes.filter(({ is }) => is === 'wrong');

beforeAll(async () => {
  const reader = openTextReader();
  for (const [kind, seed] of [
    ['flatbed', 11],
    ['upside-down', 2],
    ['mark-lost', 7],
    ['destroyed', 8],
  ] as const) {
    const made = await makePage(seed, { rows, kinds: [kind] });
    const reading = await readPage(made, reader, { rows });
    played.push({ made, reading, news: newsOf(made, reading) });
  }
  await reader.close();
}, 120_000);

describe('the paper lab', () => {
  it('counts every box and every character that was written, whatever was read', () => {
    for (const { made, news } of played) {
      const printed = testForm(made.row.service, made.row.language).pages[made.code.page - 1];
      const boxes = printed?.items.filter((item) => isField(item) && item.kind === 'check') ?? [];
      const cells = made.written.flatMap(({ field, text = '' }) =>
        field.kind === 'comb' ? [...text.replaceAll(' ', '')] : [],
      );
      expect(count([news], isMark).there).toBe(boxes.length);
      expect(count([news], (one) => isCharacter(one) && one.isWritten).there).toBe(cells.length);
    }
    expect(count(news(), isMark).there).toBeGreaterThan(10);
    expect(count(news(), isCharacter).there).toBeGreaterThan(10);
  });

  it('gives a destroyed page to a person whole, and takes nothing from it', () => {
    const { news: destroyed, made } = of('destroyed');
    expect(destroyed).toMatchObject({
      identity: 'none',
      isOffered: true,
      isForPerson: true,
      strays: [],
      isWhole: false,
    });
    expect(destroyed.outcomes.length).toBeGreaterThan(made.written.length / 2);
    expect(count([destroyed], () => true)).toMatchObject({ accepted: 0, wrong: 0, characterError: 0 });
    expect(countPages(news())).toMatchObject({ pages: 4, known: 3, wrongIdentity: 0 });
  });

  it('takes from the others what is right: nothing wrong, most of it without a person', () => {
    const others = news().filter(({ kind }) => kind !== 'destroyed');
    expect(others.flatMap(wrongOf)).toEqual([]);
    const { accepted, there } = count(others, () => true);
    expect(accepted / there).toBeGreaterThan(0.5);
    expect(countPages(others).strayP95).toBeLessThan(0.15);
  });

  it('holds a reading against what was written: another truth makes it wrong', () => {
    const { made, reading } = of('flatbed');
    const before = judgePage(made, reading);
    const sure = before.outcomes.filter(({ is }) => is === 'right');
    const box = sure.find(({ what, isWritten }) => what === 'mark' && !isWritten);
    const character = sure.find(({ what }) => what === 'character');
    const truth = made.written.map((one) => {
      const { field } = one;
      if (field.kind === 'check' && box?.said.startsWith(`${field.path}=${field.option}:`) === true)
        return { ...one, mark: 'x' as const };
      if (field.kind === 'comb' && character?.said.startsWith(`${field.path}[0]`) === true)
        return { ...one, text: `${one.text?.[0] === '7' ? '1' : '7'}${one.text?.slice(1) ?? ''}` };
      return one;
    });
    const after = judgePage({ ...made, written: truth }, reading);
    expect(wrongOf(after).map(({ what, type }) => [what, type])).toEqual(
      expect.arrayContaining([
        ['mark', 'x'],
        ['character', character?.type],
      ]),
    );
    expect(badness(newsOf(made, reading, after))).toBe(20);
    expect(badness(newsOf(made, reading, before))).toBe(0);
  });

  it('holds where the reader sees the sheet against where it lay', () => {
    const { made, reading } = of('upside-down');
    const [a, b, c, d, e, f, g, h, i] = reading.toPage ?? [];
    const pixelsPerMm = 300 / 25.4;
    const aside = [a, b, (c ?? 0) + pixelsPerMm, d, e, f, g, h, i] as unknown as PageReading['toPage'];
    const { strays } = judgePage(made, { ...reading, toPage: aside });
    expect(Math.min(...strays)).toBeGreaterThan(0.85);
    expect(Math.max(...strays)).toBeLessThan(1.15);
  });

  it('a page taken for another breaks a limit, and takes nothing of what was read for right', () => {
    const { made, reading } = of('flatbed');
    const { code } = reading.page;
    if (code === undefined) throw new Error('no code');
    const other = { ...reading, page: { ...reading.page, code: { ...code, page: code.page + 1 } } };
    const taken = newsOf(made, other);
    expect(taken.identity).toBe('wrong');
    expect(count([taken], () => true).accepted).toBe(0);
    const broken = (pages: PageNews[]) => limitsOf(pages).filter(({ holds }) => !holds);
    expect(broken([taken]).map(({ what }) => what)).toContain('pages taken for another');
    expect(broken(news()).map(({ what }) => what)).not.toContain('pages taken for another');
  });

  it('what is by hand may be offered and not taken, save by a check digit', () => {
    const page = of('flatbed').news;
    const holding = (news: PageNews) =>
      Object.fromEntries(limitsOf([news]).map(({ what, holds }) => [what, holds]));
    const taken = 'characters by hand that no check digit proves: taken';
    const offered = 'characters in boxes: taken, or by hand and offered';
    expect(holding(page)).toMatchObject({ [offered]: true });
    expect(holding({ ...page, style: 'capitals' })).toMatchObject({ [taken]: false, [offered]: true });
    const left = (why: string[]): PageNews => ({
      ...page,
      style: 'capitals',
      outcomes: page.outcomes.map((one) => ({ ...one, is: 'person', why })),
    });
    expect(holding(left(['by-hand']))).toMatchObject({ [taken]: true, [offered]: true });
    expect(holding(left(['readings-differ', 'by-hand']))).toMatchObject({ [taken]: true, [offered]: false });
  });

  it('one wrong character makes a whole field wrong that has a check of its own', () => {
    const character = (at: number, is: 'right' | 'wrong'): PageNews['outcomes'][number] => ({
      what: 'character',
      type: 'comb phone',
      isWritten: true,
      is,
      characters: 1,
      errors: is === 'wrong' ? 1 : 0,
      said: `mobile[${at}]: read, written`,
    });
    const page = { ...of('flatbed').news, style: 'typed' as const };
    const field = [character(0, 'right'), character(1, 'wrong'), character(2, 'right')];
    expect(countChecked([{ ...page, outcomes: field }])).toEqual({ accepted: 1, wrong: 1 });
    expect(countChecked([{ ...page, style: 'capitals', outcomes: field }])).toEqual({
      accepted: 0,
      wrong: 0,
    });
  });

  it('makes the same page of the same seed, and another of another', async () => {
    const { made } = of('flatbed');
    const again = await makePage(made.seed, { rows, kinds: ['flatbed'] });
    const other = await makePage(made.seed + 1, { rows, kinds: ['flatbed'] });
    const isSame = (one: MadePage) => Buffer.from(one.seen.data).equals(made.seen.data);
    expect([isSame(again), isSame(other)]).toEqual([true, false]);
    expect(again.written).toEqual(made.written);
  });

  it.each([
    ['Côté', 'Côté', 0],
    ['Côte', 'Côté', 1],
    ['', 'Lac', 3],
    ['Beausé jour', 'Beauséjour', 1],
  ])('%j is so many characters from %j: %i', (read, written, far) => {
    expect(charactersOff(read, written)).toBe(far);
  });
});
