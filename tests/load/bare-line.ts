import { checkRequest } from '@guichet/channels/phone';
import { runProcess } from '@guichet/platform';
import { Hono } from 'hono';
import { intakeConfig } from '../../services/intake/src/config.ts';
import { listen } from '../../services/intake/src/listen.ts';

/** What every webhook is answered: a question that waits for one key, and then is asked again. */
const document = [
  '<?xml version="1.0" encoding="UTF-8"?><Response>',
  '<Gather input="dtmf" action="/phone/voice?t=1" timeout="10" finishOnKey="#" numDigits="1" actionOnEmptyResult="true">',
  '<Say voice="Polly.Joanna-Neural" language="en-US">Is there a danger? For yes, press 1. For no, press 2.</Say></Gather>',
  '<Redirect>/phone/voice?t=1</Redirect></Response>',
].join('');

// The least a telephone line can do, beside which the real one is measured: check who asks, say one thing.
await runProcess('bare-line', async (scope) => {
  const { PORT, publicUrl, TWILIO_ACCOUNT_SID: accountSid = '', TWILIO_AUTH_TOKEN = '' } = intakeConfig();
  const account = { accountSid, authTokens: TWILIO_AUTH_TOKEN.split(','), publicUrl };
  const app = new Hono();
  app.post('/phone/voice', async (c) => {
    const { pathname, search } = new URL(c.req.url);
    const signature = c.req.header('x-twilio-signature');
    const checked = checkRequest(account, { target: pathname + search, signature, body: await c.req.text() });
    if (!checked.ok) return c.text('forbidden', 403);
    return c.body(document, 200, { 'content-type': 'text/xml; charset=utf-8' });
  });
  const server = await listen(app, PORT);
  scope.onClose(server.close);
});
