import { languages } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import { galleryPages } from '../browser/gallery/gallery-pages.tsx';
import { attribute, htmlElements, textOf } from '../support/html.ts';

const pages = languages.flatMap((language) => galleryPages(language).map((page) => ({ ...page, language })));

describe.each(pages)('$name in $language', ({ html, language }) => {
  const elements = htmlElements(html);

  it('carries no style, script or handler of its own', () => {
    const scripts = elements.filter((element) => element.tagName === 'script');
    expect(scripts.map(textOf).join('')).toBe('');
    for (const element of elements) {
      expect(element.tagName).not.toBe('style');
      for (const { name, value } of element.attrs) {
        expect(name).not.toMatch(/^(style|on.*)$/);
        expect(value).not.toMatch(/^\s*javascript:/i);
      }
    }
  });

  it('says its language, has one main, one first heading and no id twice', () => {
    const root = elements.find((element) => element.tagName === 'html');
    expect(root && attribute(root, 'lang')).toBe(`${language}-CA`);
    expect(elements.filter((element) => element.tagName === 'main')).toHaveLength(1);
    expect(elements.filter((element) => element.tagName === 'h1').length).toBeLessThanOrEqual(1);
    const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });
});
