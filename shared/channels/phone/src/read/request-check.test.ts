import twilio from 'twilio';
import { describe, expect, it } from 'vitest';
import { checkRequest, type SignedRequest } from './request-check.ts';

const account = {
  accountSid: `AC${'a'.repeat(32)}`,
  authTokens: ['new-token', 'old-token'],
  publicUrl: 'https://guichet.example.ca/line',
};
const target = '/phone/voice?t=3';
const url = 'https://guichet.example.ca/line/phone/voice?t=3';
const params = {
  AccountSid: account.accountSid,
  CallSid: `CA${'b'.repeat(32)}`,
  CallStatus: 'in-progress',
  Digits: '1',
  Direction: 'inbound',
  From: '+14185550123',
};

function signed({
  at = url,
  sent = params as Record<string, string>,
  token = 'new-token',
  seen = target,
} = {}): SignedRequest {
  return {
    target: seen,
    signature: twilio.getExpectedTwilioSignature(token, at, sent),
    body: new URLSearchParams(sent).toString(),
  };
}

describe('a webhook is accepted', () => {
  const rows: [string, SignedRequest][] = [
    ['signed for our configured address', signed()],
    ['signed with the token being replaced', signed({ token: 'old-token' })],
    ['without a query', signed({ at: 'https://guichet.example.ca/line/phone/voice', seen: '/phone/voice' })],
    [
      'with accents and signs in a value',
      signed({ sent: { ...params, SpeechResult: "Où ça? L'été & l'hiver +%" } }),
    ],
    ['with a withheld number', signed({ sent: { ...params, From: 'anonymous' } })],
    [
      'signed with the port that https implies',
      signed({ at: 'https://guichet.example.ca:443/line/phone/voice?t=3' }),
    ],
  ];
  it.each(rows)('%s', (_name, request) => {
    expect(checkRequest(account, request)).toMatchObject({ ok: true });
  });

  it('when the configured address carries a fragment that only steers retries', () => {
    const steered = { ...account, publicUrl: `${account.publicUrl}#rc=2&rp=all` };
    expect(checkRequest(steered, signed())).toMatchObject({ ok: true });
  });
});

describe('a webhook is refused', () => {
  const good = signed();
  const json = JSON.stringify(params);
  const rows: [string, SignedRequest][] = [
    ['unsigned', { ...good, signature: undefined }],
    ['signed with nothing', { ...good, signature: '' }],
    ['signed with another token', signed({ token: 'another-token' })],
    ['seen as http', signed({ at: url.replace('https', 'http') })],
    ['seen under an inner host', signed({ at: url.replace('guichet.example.ca', 'intake.internal') })],
    ['signed with a port of its own', signed({ at: url.replace('.ca/', '.ca:8443/') })],
    ['with the path prefix stripped', signed({ at: url.replace('/line', '') })],
    ['with a trailing slash', signed({ at: url.replace('voice?', 'voice/?') })],
    ['with its query re-ordered', { ...signed({ at: `${url}&u=1` }), target: '/phone/voice?u=1&t=3' }],
    ['with a plus made %20', { ...signed({ at: `${url}&u=a+b` }), target: `${target}&u=a%20b` }],
    ['for another turn', { ...good, target: '/phone/voice?t=4' }],
    ['with a parameter more', { ...good, body: `${good.body}&SpeechResult=oui` }],
    ['with a parameter less', { ...good, body: good.body.replace('&Digits=1', '') }],
    ['with another value', { ...good, body: good.body.replace('Digits=1', 'Digits=2') }],
    ['with Digits=1 re-cut as Digit=s1', { ...good, body: good.body.replace('Digits=1', 'Digit=s1') }],
    [
      'with a value that swallowed the next name',
      { ...good, body: good.body.replace('Digits=1&Direction=inbound', 'Digits=1Directioninbound') },
    ],
    [
      'with a parameter moved to the address',
      {
        ...good,
        target: `${target}AccountSid${account.accountSid}`,
        body: good.body.replace(/AccountSid=\w+&/, ''),
      },
    ],
    ['with a parameter given twice', { ...good, body: `${good.body}&Digits=1` }],
    ['for another account', signed({ sent: { ...params, AccountSid: `AC${'c'.repeat(32)}` } })],
    ['with no account', signed({ sent: { CallSid: params.CallSid } })],
    ['with JSON in the body', { ...good, body: json }],
    ['with a parameter of its prototype', signed({ sent: { ...params, constructor: 'x' } })],
    ['with an unknown parameter, though signed', signed({ sent: { ...params, Surprise: '1' } })],
    ['with an empty body', { ...good, body: '' }],
    ['with a signature that is no base64', { ...good, signature: 'é'.repeat(28) }],
    ['with a target that is no path', { ...good, target: 'http://%' }],
  ];
  it.each(rows)('%s', (_name, request) => {
    const checked = checkRequest(account, request);
    expect(checked.ok).toBe(false);
    // The reason goes to a log: it may hold no value of the request.
    expect(JSON.stringify(checked)).not.toMatch(/14185550123|new-token/);
  });

  it('when no token is configured', () => {
    expect(checkRequest({ ...account, authTokens: [''] }, signed({ token: '' })).ok).toBe(false);
  });

  it('when the configured address is no address', () => {
    expect(checkRequest({ ...account, publicUrl: 'nowhere' }, signed()).ok).toBe(false);
  });
});
