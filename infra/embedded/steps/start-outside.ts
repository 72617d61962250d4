import { mkdirSync } from 'node:fs';
import type { LeaveRecording } from '../../demo/index.ts';
import type { StartConfig } from '../config.ts';
import { freePort } from '../free-port.ts';
import type { Home } from '../home.ts';
import type { Screen } from '../screen.ts';
import { startSmtpSink } from '../smtp-sink.ts';
import { startTwilioFake } from '../twilio-fake.ts';
import type { StartFacts } from './process-environment.ts';

/** The outside world: the operator's own, or what stands in for it on this machine. */
export type Outside = StartFacts['outside'] & {
  /** Absent where the telephone network is the operator's own. */
  leaveRecording?: LeaveRecording | undefined;
  stop(): Promise<void>;
};

/** Starts a mail server that delivers to a folder and a telephone network that calls nobody, unless the operator has their own, and opens the mailroom's folder. */
export async function startOutside(config: StartConfig, home: Home, screen: Screen): Promise<Outside> {
  const inbox = config.MAILROOM_INBOX ?? home.at('inbox');
  mkdirSync(inbox, { recursive: true, mode: 0o700 });
  const closers: (() => Promise<void>)[] = [];

  let smtpUrl = config.SMTP_URL;
  if (smtpUrl === undefined) {
    const port = await freePort(home.port('smtp'));
    home.rememberPort('smtp', port);
    const folder = home.at('mail');
    const sink = await startSmtpSink({
      port,
      folder,
      received: (file) => screen.say({ fr: `courriel gardé : ${file}`, en: `e-mail kept: ${file}` }),
    });
    smtpUrl = sink.url;
    closers.push(sink.close);
    screen.say({ fr: `les courriels arrivent dans ${folder}`, en: `e-mails arrive in ${folder}` });
  }

  const { leaveRecording, ...twilio } = await openTelephone(config, home, screen, closers);
  return {
    smtpUrl,
    twilio,
    inbox,
    leaveRecording,
    async stop() {
      await Promise.all(closers.map((close) => close()));
    },
  };
}

/** The operator's account at Twilio, or else a server of this machine that speaks as Twilio does. */
async function openTelephone(
  config: StartConfig,
  home: Home,
  screen: Screen,
  closers: (() => Promise<void>)[],
): Promise<StartFacts['outside']['twilio'] & Pick<Outside, 'leaveRecording'>> {
  const accountSid = config.TWILIO_ACCOUNT_SID ?? `AC${home.secret('twilio-account').slice(0, 32)}`;
  const authToken = config.TWILIO_AUTH_TOKEN ?? home.secret('twilio');
  if (config.TWILIO_API_BASE_URL !== undefined) {
    return { accountSid, authToken, apiBaseUrl: config.TWILIO_API_BASE_URL };
  }
  if (config.TWILIO_ACCOUNT_SID !== undefined) return { accountSid, authToken };
  const port = await freePort(home.port('twilio'));
  home.rememberPort('twilio', port);
  const fake = await startTwilioFake({ port, accountSid, authToken, log: screen.say });
  closers.push(() => fake.close());
  return { accountSid, authToken, apiBaseUrl: fake.url, leaveRecording: fake.record };
}
