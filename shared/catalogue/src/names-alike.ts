import { type CheckProblem, problemAt } from './check/check-problem.ts';
import { readsAlike } from './check/reads-alike.ts';
import type { CompiledService } from './compiled.ts';

/** Finds services of one theme whose names read alike: nobody could choose between them. Shape: the later service of each pair, and what to tell of it */
export function namesAlike(
  services: readonly CompiledService[],
): { service: CompiledService; problem: CheckProblem }[] {
  const themes = new Set(services.map(({ definition }) => definition.theme));
  return [...themes].flatMap((theme) =>
    readsAlike(
      services.filter(({ definition }) => definition.theme === theme),
      ({ definition }) => definition.name,
    ).map(({ item, as, language }) => ({
      service: item,
      problem: problemAt(
        ['name', language],
        `le service \`${as.definition.code}\`, du même thème, a un nom qui se lit de la même façon (« ${item.definition.name[language]} »)`,
        `service \`${as.definition.code}\`, of the same theme, has a name that reads alike (“${item.definition.name[language]}”)`,
        { fr: 'dites ce qui les distingue', en: 'say what tells them apart' },
      ),
    })),
  );
}
