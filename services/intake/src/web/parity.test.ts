import { compile, type ServiceDefinition } from '@guichet/catalogue';
import { describe, expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { openTestDoor } from '../../test/open-test-door.ts';
import { Visitor } from '../../test/visitor.ts';

const desk = await useDesk();
const { app } = openTestDoor(desk);

describe('the page of services and doors', () => {
  it('names every service in the person’s language, and every page leads to it', async () => {
    const visitor = new Visitor(app);
    for (const language of ['fr', 'en'] as const) {
      expect((await visitor.get(`/?lang=${language}`)).html).toContain('<a href="/parity">');
      const page = await visitor.get('/parity');
      expect(page.status).toBe(200);
      for (const { definition } of desk.ctx.catalogue.services)
        expect(page.html).toContain(`href="/services/${definition.code}"`);
      expect(page.html).toContain(language === 'fr' ? 'Aucune exception.' : 'No exceptions.');
      const names = [...page.html.matchAll(/href="\/services\/[^"]+"[^>]*>([^<]+)</g)].map(
        ([, name]) => name ?? '',
      );
      expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, `${language}-CA`)));
      expect(names.length).toBe(desk.ctx.catalogue.services.length);
    }
  });

  it('shows a closed door with its reason, and counts it', async () => {
    const [first, ...others] = desk.ctx.catalogue.services;
    if (first === undefined) throw new Error('no service');
    const definition: ServiceDefinition = {
      ...first.definition,
      channels: { phone: { except: { fr: 'Signature requise.', en: 'Signature needed.' } } },
    };
    const services = [compile(definition), ...others];
    const closed = openTestDoor(desk, {
      desk: { ...desk.ctx, catalogue: { ...desk.ctx.catalogue, services } },
    });
    const { html } = await new Visitor(closed.app).get('/parity?lang=en');
    const id = `exception-${definition.code}-phone`;
    expect(html).toContain(`<a href="#${id}">Not offered</a>`);
    expect(html).toMatch(new RegExp(`<li id="${id}"><strong>[^<]*, Phone</strong> – Signature needed\\.`));
    expect(html).toContain(
      `${services.length * 4 - 1} doors open out of ${services.length * 4}. 1 exception.`,
    );
  });
});
