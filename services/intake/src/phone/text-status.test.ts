import { randomUUID } from 'node:crypto';
import { type AcceptedCase, acceptSubmission, closeCase } from '@guichet/casework';
import { type Language, newDraftNumber, newId } from '@guichet/kernel';
import { openRedis } from '@guichet/platform';
import twilio from 'twilio';
import { describe, expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { openTestLine } from '../../test/open-test-line.ts';

const desk = await useDesk();
const { account, from, line } = openTestLine(desk);

async function accepted(language: Language): Promise<AcceptedCase> {
  const answer = await acceptSubmission(desk.public('web'), {
    service: 'nid-de-poule',
    channel: 'web',
    language,
    idempotency: { scope: 'test', key: newId() },
    answers: {
      place: { text: 'Devant le 12' },
      size: 'large',
      danger: false,
      'reply-way': 'sms',
      'reply-phone': '+14185550155',
    },
  });
  if (answer.kind !== 'accepted') throw new Error(answer.kind);
  return answer.case;
}

const newSid = () => `SM${randomUUID().replaceAll('-', '')}`;

async function text(Body: string, { sid = newSid(), app = line(), more = {} } = {}): Promise<string> {
  const params = {
    AccountSid: account.accountSid,
    MessageSid: sid,
    From: from,
    To: '+14185550100',
    Body,
    ...more,
  };
  const [token = ''] = account.authTokens;
  const signature = twilio.getExpectedTwilioSignature(token, `${account.publicUrl}/phone/sms`, params);
  const answer = await app.request('/phone/sms', {
    method: 'POST',
    body: new URLSearchParams(params),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
  });
  expect(answer.status).toBe(200);
  return answer.text();
}

const notFound = /ne trouvons pas de demande.*ETAT.*\/ We can’t find a request\. Text STATUS/;

describe('where a request stands, by text message', () => {
  it('is told in the language of the case, however the keyword and the numbers are written', async () => {
    const french = await accepted('fr');
    const { reference, statusCode } = french;
    const spaced = `${reference.slice(0, 3)} ${reference.slice(3, 6)}-${reference.slice(6)}`;
    for (const body of [
      `ETAT ${reference} ${statusCode}`,
      `état: ${spaced} / ${statusCode.slice(0, 3)} ${statusCode.slice(3)}`,
      `Statut${reference}${statusCode}`,
      ` status  ${spaced}, 418 555-0155`,
    ])
      expect(await text(body), body).toMatch(
        /Votre demande, dossier \d{3} \d{3} \d{4}\. Elle attend son tour\. Vous aurez une réponse au plus tard le/,
      );
    const english = await accepted('en');
    expect(await text(`ETAT ${english.reference} ${english.statusCode}`)).toMatch(
      /Your request, file .*It is waiting its turn\. You will have an answer by/,
    );
  });

  it('says of a closed case that it is, and nothing of the person, the service or the decision', async () => {
    const { reference, statusCode, service } = await accepted('fr');
    const agent = await desk.staff('text-supervisor', ['supervisor'], ['voirie']);
    const outcome = service.definition.outcomes[0];
    await closeCase(agent, { reference, outcome: outcome?.key ?? '' });
    const said = await text(`ETAT ${reference} ${statusCode}`);
    expect(said).toMatch(/terminée depuis le .*donnée de la façon que vous avez choisie/);
    expect(said).not.toContain(service.definition.name.fr);
    expect(said).not.toContain(outcome?.label.fr ?? '');
    expect(said).not.toContain('5550155');
  });

  it.each(['ETAT', 'statut 123', 'STATUS 1234567890 123456', 'état 1234567894'])(
    '"%s" gets one clear answer in both languages',
    async (body) => {
      expect(await text(body)).toMatch(notFound);
    },
  );

  it('of a request not sent yet is the way to go on with it', async () => {
    const number = newDraftNumber();
    expect(await text(`ETAT ${number} 123456`)).toContain(`/resume?n=${number}`);
  });

  it('counts each message as one try, told again or not, and closes the reference after ten', async () => {
    const { reference, statusCode } = await accepted('fr');
    const wrong = statusCode === '000000' ? '111111' : '000000';
    for (let tries = 0; tries < 9; tries += 1) {
      const sid = newSid();
      const copies = await Promise.all([1, 2, 3].map(() => text(`ETAT ${reference} ${wrong}`, { sid })));
      expect(new Set(copies).size).toBe(1);
      expect(copies[0]).toMatch(notFound);
    }
    expect(await text(`ETAT ${reference} ${statusCode}`)).toMatch(/attend son tour/);
    expect(await text(`ETAT ${reference} ${statusCode}`)).toMatch(/Trop d’essais.*Too many tries/);
  });

  it('comes after STOP, is answered without Redis, and is silent where the provider answered by itself', async () => {
    const { reference, statusCode } = await accepted('fr');
    const body = `ETAT ${reference} ${statusCode}`;
    expect(await text(body, { more: { OptOutType: 'STOP' } })).not.toMatch(/Message/);
    const gone = openRedis('redis://127.0.0.1:1', { role: 'producer' });
    expect(await text(body, { app: line({}, gone) })).toMatch(/attend son tour/);
    gone.disconnect();
    const away = line({ findStatus: () => Promise.reject(new Error('away')) });
    expect(await text(body, { app: away })).toMatch(/ne répond pas.*not responding/);
  });
});
