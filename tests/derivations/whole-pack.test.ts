import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byCounter, byWeb, paperOf } from './doors.ts';
import { complete, isPrinted, type Narrow, packRows, plain, withinCanada } from './whole-pack.ts';

const onPaper: Narrow = (question) =>
  question.type === 'place'
    ? fc.constantFrom('Devant le 12, rue des Érables', 'Parc Victoria')
    : withinCanada(question);

describe.each(packRows())('$name ($language)', ({ service, language }) => {
  it('asks the same and keeps the same by web and at the counter', () => {
    fc.assert(
      fc.property(complete(service), (answers) => {
        const asked = service.visible(answers).map(({ key }) => key);
        const web = byWeb(service, answers, language);
        expect(web.asked).toEqual(asked);
        expect(plain(service, web.answers)).toEqual(plain(service, answers));
        const counter = byCounter(service, answers, language);
        expect(counter.asked).toEqual(asked);
        expect(plain(service, counter.answers)).toEqual(plain(service, answers));
      }),
      { numRuns: 12 },
    );
  });

  it('asks the same and keeps the same on paper', () => {
    const byPaper = paperOf(service, language);
    fc.assert(
      fc.property(complete(service, onPaper).filter(isPrinted), (answers) => {
        const paper = byPaper(answers);
        expect(paper.asked).toEqual(service.visible(answers).map(({ key }) => key));
        expect(plain(service, paper.answers)).toEqual(plain(service, answers));
      }),
      { numRuns: 12 },
    );
  });
});
