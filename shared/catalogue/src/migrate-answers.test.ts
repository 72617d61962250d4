import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import type { CompiledService } from './compiled.ts';
import { type ServiceDefinition, serviceDefinition } from './definition.ts';
import { migrateDraft } from './migrate-answers.ts';
import { everyAnswer } from './samples/every-answer.ts';
import { everyType } from './samples/every-type.ts';

const options = { today: '2026-03-01' };

/** The next version of the made-up service: `facility` is called `place` there, and its pool a basin; `title` may be longer. */
function version(number: number, migrates?: object): CompiledService {
  const renamed = JSON.parse(
    JSON.stringify(everyType).replaceAll('"facility"', '"place"'),
  ) as ServiceDefinition;
  const questions = renamed.questions.map((question) =>
    question.key === 'place' && question.type === 'choice'
      ? {
          ...question,
          options: question.options.map((option) =>
            option.key === 'arena' ? { ...option, key: 'rink' } : option,
          ),
        }
      : question,
  );
  return compile(
    serviceDefinition.parse({ ...renamed, version: number, ...(migrates ? { migrates } : {}), questions }),
  );
}

const first = compile(everyType);
const shelf = (...later: CompiledService[]) => {
  const all = [first, ...later];
  return (_: string, wanted?: number) =>
    wanted === undefined ? all.at(-1) : all.find(({ definition }) => definition.version === wanted);
};

describe('a draft of an earlier version', () => {
  const renaming = { renamed: { facility: 'place' }, options: { place: { arena: 'rink' } } };

  it('goes on under the version in force with its answers under their new names', () => {
    const second = version(2, renaming);
    const draft = { service: first, answers: everyAnswer };
    const { service, answers, lost } = migrateDraft(shelf(second), draft, options);
    expect(service).toBe(second);
    expect(lost).toEqual([]);
    const { facility: _, ...kept } = everyAnswer;
    expect(answers).toEqual({ ...kept, place: 'rink' });
    expect(second.parse(answers, options)).toMatchObject({ ok: true });
  });

  it('loses an answer that no longer fits, says which, and keeps the rest', () => {
    const second = version(2, { renamed: { facility: 'place' } });
    const { answers, lost } = migrateDraft(shelf(second), { service: first, answers: everyAnswer }, options);
    expect(lost).toContain('facility');
    expect(answers).not.toHaveProperty('place');
    expect(answers).toHaveProperty('title', everyAnswer['title']);
  });

  it('goes from version to version, one renaming after the other', () => {
    const [second, third] = [version(2, renaming), version(3, {})];
    const draft = { service: first, answers: { facility: 'arena' } };
    expect(migrateDraft(shelf(second, third), draft, options)).toMatchObject({
      service: third,
      answers: { place: 'rink' },
    });
  });

  it('stays under its own version when the next one does not say how drafts go on', () => {
    const draft = { service: first, answers: everyAnswer };
    expect(migrateDraft(shelf(version(2)), draft, options)).toEqual({ ...draft, lost: [] });
  });
});
