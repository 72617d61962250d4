import { describe, expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { doneBy, leftOn, ofNoProgram } from '../../test/done-by.ts';
import { openTestApi } from '../../test/open-test-api.ts';
import { leftToPersons } from './left-to-persons.ts';
import { operations } from './operations.ts';

const { app } = openTestApi(await useDesk());
const isPage = ({ method, path }: { method: string; path: string }) =>
  method !== 'ALL' && !/^\/(api|static)\/|^\/counter-worker/.test(path);
/** A page of a few periods is one page. */
const routes = new Set(
  app.routes.filter(isPage).map(({ method, path }) => `${method} ${path.replace(/\/\d+$/, '')}`),
);
const [ids, stated] = [new Set(operations.map(({ id }) => id)), [doneBy, leftOn, ofNoProgram]];

describe('everything that a page of the desk does', () => {
  it('is done by an operation of the API, or left out with a stated reason', () => {
    expect(routes.size).toBeGreaterThan(100);
    const nowhere = [...routes].filter((route) => !stated.some((table) => Object.hasOwn(table, route)));
    expect(nowhere).toEqual([]);
  });

  it('is stated once, and only of what there is', () => {
    const all = stated.flatMap((table) => Object.keys(table));
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((route) => !routes.has(route))).toEqual([]);
    expect(Object.values(leftOn).filter((verb) => !Object.hasOwn(leftToPersons, verb))).toEqual([]);
  });

  it('is done by operations that there are, and every operation does what a page does', () => {
    const named = new Set(Object.values(doneBy).flatMap((names) => names.split(' ')));
    expect([...named].filter((id) => !ids.has(id))).toEqual([]);
    expect([...ids].filter((id) => !named.has(id))).toEqual([]);
  });
});
