import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { previewApp } from './preview-app.ts';

const dir = mkdtempSync(join(tmpdir(), 'guichet-preview-'));
cpSync(new URL('../../../shared/catalogue/packs', import.meta.url), dir, { recursive: true });
const listeners = new Set<() => void>();
const app = previewApp({
  dir,
  today: () => '2026-11-23',
  onSave: (tell) => void listeners.add(tell),
});
const page = async (path: string): Promise<string> => (await app.request(path)).text();

describe('the preview of a catalogue', () => {
  it('draws a service by its four doors', async () => {
    const html = await page('/?code=permis-chien&lang=fr');
    for (const pane of ['pane-web', 'pane-phone', 'pane-paper', 'pane-counter'])
      expect(html.includes(pane), pane).toBe(true);
    expect(html.includes('Femelle'), 'the telephone says the options').toBe(true);
    expect((await page('/counter?code=permis-chien')).includes('<kbd>1</kbd> Femelle')).toBe(true);
    const pdf = await app.request('/form.pdf?code=permis-chien&lang=en');
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('asks what the answers given make hold, on every door', async () => {
    expect((await page('/?code=permis-chien&vaccinated=no')).includes('rabies-date')).toBe(false);
    for (const pane of ['/', '/counter'])
      expect((await page(`${pane}?code=permis-chien&vaccinated=yes`)).includes('rabies-date')).toBe(true);
  });

  it('shows the problems of a file just broken, and goes on with the others', async () => {
    const file = join(dir, 'quebec', 'dog-licence.v1.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('type: yes-no', 'type: yes-noo'));
    const html = await page('/?code=nid-de-poule');
    expect(html.includes('dog-licence.v1.yaml:')).toBe(true);
    expect(html.includes('pane-phone')).toBe(true);
  });

  it('tells open pages of a save', async () => {
    const events = await app.request('/events');
    const reader = events.body?.getReader();
    await expect.poll(() => listeners.size).toBe(1);
    for (const tell of listeners) tell();
    const { value } = (await reader?.read()) ?? {};
    expect(Buffer.from(value ?? []).toString()).toContain('event: saved');
    await reader?.cancel();
  });
});
