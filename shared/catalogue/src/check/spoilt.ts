import { everyType } from '../samples/every-type.ts';
import { check } from './check.ts';

/** A definition as loose data, to be spoilt. */
export type Data = { [key: string]: Data } & Data[] & (string | number | boolean | undefined);

/** The sound definition with one thing changed. */
export const changed = (change: (definition: Data) => void): unknown => {
  const definition = JSON.parse(JSON.stringify(everyType)) as Data;
  change(definition);
  return definition;
};
/** Finds a question of it by key. */
export const at = (definition: Data, key: string): Data => {
  const found = definition.questions?.find((question) => (question.key as unknown) === key);
  if (!found) throw new Error(`no question ${key}`);
  return found;
};
/** Tells the place of a question among the others. */
export const indexOf = (key: string): number =>
  everyType.questions.findIndex((question) => question.key === key);

/** Lists what the check finds, as `path: message; suggestion`, having seen that both languages speak. */
export const found = (input: unknown): string[] => {
  const result = check(input);
  if (result.ok) return [];
  return result.problems.map(({ path, message, suggestion }) => {
    const advice = suggestion === undefined ? '' : `; ${suggestion.en}`;
    if (message.fr === message.en) throw new Error(`said in one language only: ${message.en}`);
    return `${path.join('.')}: ${message.en}${advice}`;
  });
};

/** Writes members of a part of it. */
export const set = (target: Data, values: object): void => {
  Object.assign(target, values);
};
