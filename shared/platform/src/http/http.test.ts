import { Writable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { isDeskError } from '@guichet/kernel';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../create-logger.ts';
import { refusalOf } from '../refusal.ts';
import {
  bodyLimit,
  type HttpEnv,
  requestLog,
  sameOrigin,
  securityHeaders,
  serveAssets,
  storedFile,
} from './index.ts';

function door(lines: string[] = []) {
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const app = new Hono<HttpEnv>();
  app.onError((error, c) => {
    const { status, error: refused } = refusalOf(error);
    return c.json({ key: refused.publicKey, ours: isDeskError(error) }, status as 403);
  });
  app.use(
    requestLog(createLogger('test', { destination })),
    securityHeaders({ https: true }),
    sameOrigin({ publicUrl: 'https://desk.example' }),
    bodyLimit(100),
  );
  app.get('/cases/:reference', (c) => c.text('ok'));
  app.post('/cases/:reference', async (c) => c.text(String((await c.req.text()).length)));
  app.get('/sound', (c) => storedFile(c, { bytes: Buffer.from('0123456789'), mediaType: 'audio/wav' }));
  app.get('/file', (c) =>
    storedFile(c, { bytes: Buffer.from('<script>'), mediaType: 'text/html', fileName: 'é"x.html' }),
  );
  return app;
}

const post = (headers: Record<string, string>, body = 'x') =>
  door().request('/cases/1234567890', { method: 'POST', headers, body });

describe('the middleware of a door', () => {
  it('refuses what another site makes a browser send', async () => {
    expect((await post({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post({ 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect((await post({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await post({ origin: 'null' })).status).toBe(403);
    expect((await post({ origin: 'https://desk.example' })).status).toBe(200);
    expect((await post({ 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  it('refuses a body that is too large with 413', async () => {
    expect((await post({}, 'x'.repeat(101))).status).toBe(413);
  });

  it('keeps addresses out of the log', async () => {
    const lines: string[] = [];
    const answer = await door(lines).request('/cases/1234567890?name=Tremblay');
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(lines.join('')).toContain('/cases/:reference');
    expect(lines.join('')).not.toMatch(/1234567890|Tremblay/);
  });

  it('lets no page be framed, stored or run foreign scripts, errors included', async () => {
    for (const answer of [await door().request('/cases/1'), await post({ origin: 'https://evil.example' })]) {
      expect(answer.headers.get('content-security-policy')).toMatch(
        /script-src 'self'.*frame-ancestors 'none'/,
      );
      expect(answer.headers.get('content-security-policy')).not.toContain('unsafe');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('strict-transport-security')).toBeTruthy();
    }
  });

  it('never shows a stored page of markup as a page', async () => {
    const answer = await door().request('/file');
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''%C3%A9%22x.html");
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  });
});

describe('a stored sound', () => {
  it.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=4-2', 200, '0123456789', null],
    ['bytes=0-1,3-4', 200, '0123456789', null],
    ['lines=1-2', 200, '0123456789', null],
  ])('asked for %s gives %i', async (range, status, text, told) => {
    const answer = await door().request('/sound', { headers: { range } });
    expect([answer.status, await answer.text(), answer.headers.get('content-range')]).toEqual([
      status,
      text,
      told,
    ]);
    expect(answer.headers.get('accept-ranges')).toBe('bytes');
  });
});

describe('a file of the product', () => {
  const body = Buffer.from('a { color: red }\n'.repeat(100));
  const app = serveAssets([{ path: '/static/a.css', contentType: 'text/css; charset=utf-8', body }]);
  const asked = (encodings: string) =>
    app.request('/static/a.css', { headers: { 'accept-encoding': encodings } });

  it('is compressed for who reads that, and the same for who does not', async () => {
    const small = await asked('br, gzip');
    expect(small.headers.get('content-encoding')).toBe('gzip');
    const bytes = Buffer.from(await small.arrayBuffer());
    expect(bytes.length).toBeLessThan(body.length / 10);
    expect(gunzipSync(bytes)).toEqual(body);
    for (const encodings of ['', 'br', 'gzip;q=0']) {
      const whole = await asked(encodings);
      expect(whole.headers.get('content-encoding'), encodings).toBeNull();
      expect(Buffer.from(await whole.arrayBuffer())).toEqual(body);
    }
    for (const { headers } of [small, await asked('br')]) {
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(headers.get('vary')).toBe('accept-encoding');
    }
  });
});
