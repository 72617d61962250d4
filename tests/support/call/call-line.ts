import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import twilio from 'twilio';
import { parseTwiml, type Verb } from './parse-twiml.ts';
import { spokenWav } from './spoken-wav.ts';
import { checkTwiml } from './twiml-check.ts';

export interface CallLineOptions {
  /** Where the desk listens, e.g. `http://127.0.0.1:3000`. */
  url: string;
  /** The address the desk is configured with: what Twilio signs. Absent means `url`. */
  publicUrl?: string;
  accountSid: string;
  authToken: string;
  /** E.164; absent withholds the number. */
  from?: string;
  to?: string;
  callSid?: string;
  /** How many copies of each webhook arrive at once. */
  copies?: number;
  /** A server that speaks Twilio's REST API and keeps what the caller records. */
  apiBaseUrl?: string;
  /** Posts a webhook; absent means over HTTP. */
  post?: (target: string, request: RequestInit) => Promise<Response>;
  /** Waits of `Pause` are shortened to this. Unit: milliseconds. */
  pauseMsMax?: number;
  /** What comes of each staff line rung, in turn, or asked as it rings; absent means that nobody answers. */
  staff?: readonly StaffAnswer[] | ((line: string) => Promise<StaffAnswer>);
}

/** A talk of so many seconds, or none. */
export type StaffAnswer = number | 'busy' | 'no-answer' | 'failed';

export interface Heard {
  text: string;
  language: 'fr' | 'en';
}

/** What the caller may do now. */
export type Listening = 'one-key' | 'keys' | 'recording' | 'ended';

const redirectsMax = 40;

/** Dials the line: the first document is fetched and heard. Errors: throws on a refusal and on TwiML with a fault. */
export async function callLine(options: CallLineOptions): Promise<PhoneCall> {
  const call = new PhoneCall(options);
  await call.dial();
  return call;
}

/**
 * A simulated caller: hears what is said, presses keys, speaks, records, says nothing, hangs up.
 *
 * Guarantee: webhooks are posted and signed as Twilio does; every document is checked; copies must be answered alike.
 */
export class PhoneCall {
  readonly sid: string;
  /** Everything heard since the call began. */
  readonly transcript: Heard[] = [];
  /** Every document received. */
  readonly documents: string[] = [];
  /** What was heard since the caller last did something. */
  heard: Heard[] = [];
  listening: Listening = 'ended';
  turns = 0;
  /** Keys pressed, the one that ends a recording among them. */
  presses = 0;
  recordings = 0;
  /** The staff lines rung, in order. */
  readonly rung: string[] = [];
  readonly #options: CallLineOptions;
  #next: { action: string; redirect: string; verb: Verb } | undefined;

  constructor(options: CallLineOptions) {
    this.#options = options;
    this.sid = options.callSid ?? `CA${randomBytes(16).toString('hex')}`;
  }

  /** The words heard since the caller last did something. */
  get said(): string {
    return this.heard.map(({ text }) => text).join(' ');
  }

  dial(): Promise<void> {
    return this.#go('/phone/voice', {}, 'ringing');
  }

  /** Presses keys as they would be on a telephone; pound ends an entry, and silence does when it is missing. */
  press(keys: string): Promise<void> {
    const next = this.#waiting();
    this.presses += keys.length;
    if (this.listening === 'recording') return this.#recorded(next, spokenWav('', 0), 0, keys.slice(0, 1));
    if (this.listening === 'one-key' && keys.length > 1)
      throw new Error(`one key is waited for, not ${keys}: ${this.said}`);
    const ended = keys.replace(/#.*$/, '');
    if (ended === '') return this.silence();
    return this.#go(next.action, {
      Digits: ended,
      msg: 'Gather End',
      FinishedOnKey: keys.includes('#') ? '#' : '',
    });
  }

  /** Says something that the recogniser writes so. */
  speak(text: string, confidence = 0.9): Promise<void> {
    const { verb, action } = this.#waiting();
    if (verb.name !== 'Gather' || !verb.attributes['input']?.includes('speech')) return this.silence();
    const language = verb.attributes['language'] ?? 'en-US';
    return this.#go(action, { SpeechResult: text, Confidence: String(confidence), Language: language });
  }

  /** Leaves words, or a sound of one's own, after the tone, and ends by a key: the star erases it. */
  record(said: string | Buffer, seconds = 3, endedBy: '#' | '*' = '#'): Promise<void> {
    const next = this.#waiting();
    if (this.listening !== 'recording') throw new Error(`no recording is waited for: ${this.said}`);
    this.presses += 1;
    this.recordings += 1;
    const wav = typeof said === 'string' ? spokenWav(said, seconds) : said;
    return this.#recorded(next, wav, seconds, endedBy);
  }

  /** Does nothing until the line goes on. */
  silence(): Promise<void> {
    const next = this.#waiting();
    const empty = next.verb.name === 'Gather' && next.verb.attributes['actionOnEmptyResult'] === 'true';
    return this.#go(
      empty ? next.action : next.redirect,
      empty ? { Digits: '', msg: 'Gather End', FinishedOnKey: '' } : {},
    );
  }

  /** Ends the call, and Twilio says so. */
  async hangUp(): Promise<void> {
    this.listening = 'ended';
    this.#next = undefined;
    await this.#post('/phone/status', { CallDuration: '61', Duration: '2' }, 'completed');
  }

  /** Sends the last webhook of a turn once more, as a provider that lost our answer would. */
  async repeat(target: string, params: Record<string, string> = {}): Promise<string> {
    return (await this.#post(target, params, 'in-progress')).body;
  }

  #waiting() {
    if (this.#next === undefined) throw new Error('the call is over');
    return this.#next;
  }

  async #recorded(
    next: { action: string; verb: Verb },
    wav: Buffer,
    seconds: number,
    endedBy: string,
  ): Promise<void> {
    const { sid, url } = await this.#keepRecording(wav, seconds);
    const recording = { RecordingSid: sid, RecordingUrl: url, RecordingDuration: String(seconds) };
    await this.#go(next.action, { ...recording, Digits: endedBy });
    const callback = next.verb.attributes['recordingStatusCallback'];
    if (callback === undefined) return;
    const facts = {
      RecordingStatus: 'completed',
      RecordingChannels: '1',
      RecordingSource: 'RecordVerb',
      ErrorCode: '0',
    };
    await this.#post(callback, { ...recording, ...facts });
  }

  async #keepRecording(wav: Buffer, seconds: number): Promise<{ sid: string; url: string }> {
    const { accountSid, authToken, apiBaseUrl } = this.#options;
    if (apiBaseUrl === undefined) {
      const sid = `RE${randomBytes(16).toString('hex')}`;
      return { sid, url: `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Recordings/${sid}` };
    }
    const query = new URLSearchParams({ CallSid: this.sid, Duration: String(seconds) });
    const response = await fetch(`${apiBaseUrl}/2010-04-01/Accounts/${accountSid}/Recordings.json?${query}`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` },
      body: new Uint8Array(wav),
    });
    if (!response.ok) throw new Error(`the recording was not kept: ${response.status}`);
    return (await response.json()) as { sid: string; url: string };
  }

  async #go(target: string, params: Record<string, string>, status = 'in-progress'): Promise<void> {
    this.turns += 1;
    this.heard = [];
    let at = target;
    let sent = params;
    for (let hop = 0; hop < redirectsMax; hop += 1) {
      const { body } = await this.#post(at, sent, status);
      const onward = await this.#play(body);
      if (onward === undefined) return;
      at = onward.to;
      sent = onward.params;
    }
    throw new Error('the line redirects without end');
  }

  /** Hears a document up to where the caller may act; gives where it goes on by itself. */
  async #play(document: string): Promise<{ to: string; params: Record<string, string> } | undefined> {
    this.documents.push(document);
    const problems = checkTwiml(document);
    if (problems.length > 0) throw new Error(`TwiML with a fault: ${problems.join('; ')}\n${document}`);
    const verbs = parseTwiml(document);
    for (const [index, verb] of verbs.entries()) {
      if (verb.name === 'Say') this.#hear(verb);
      if (verb.name === 'Pause')
        await sleep(Math.min(Number(verb.attributes['length'] ?? 1) * 1000, this.#options.pauseMsMax ?? 100));
      if (verb.name === 'Redirect') return { to: verb.text, params: {} };
      if (verb.name === 'Dial')
        return { to: verb.attributes['action'] ?? '', params: await this.#ring(verb) };
      if (verb.name === 'Hangup') break;
      if (verb.name === 'Gather' || verb.name === 'Record') {
        verb.children.forEach((say) => this.#hear(say));
        this.#next = {
          verb,
          action: verb.attributes['action'] ?? '',
          redirect: verbs[index + 1]?.text ?? '',
        };
        const one = verb.attributes['numDigits'] === '1';
        this.listening = verb.name === 'Record' ? 'recording' : one ? 'one-key' : 'keys';
        return undefined;
      }
    }
    this.listening = 'ended';
    this.#next = undefined;
    return undefined;
  }

  /** Rings a staff line; gives what Twilio says of it to the action. */
  async #ring({ children }: Verb): Promise<Record<string, string>> {
    const { staff = [] } = this.#options;
    const line = children[0]?.text ?? '';
    const answer = typeof staff === 'function' ? await staff(line) : (staff[this.rung.length] ?? 'no-answer');
    this.rung.push(line);
    const leg = { DialCallSid: `CA${randomBytes(16).toString('hex')}` };
    if (typeof answer === 'string') return { ...leg, DialCallStatus: answer, DialBridged: 'false' };
    return {
      ...leg,
      DialCallStatus: 'completed',
      DialCallDuration: String(answer),
      DialBridged: 'true',
    };
  }

  #hear({ text, attributes }: Verb): void {
    const heard: Heard = { text, language: attributes['language']?.startsWith('fr') ? 'fr' : 'en' };
    this.heard.push(heard);
    this.transcript.push(heard);
  }

  async #post(
    target: string,
    params: Record<string, string>,
    status = 'in-progress',
  ): Promise<{ body: string }> {
    const {
      url,
      publicUrl = url,
      accountSid,
      authToken,
      from,
      to = '+14185550100',
      copies = 1,
    } = this.#options;
    const caller = from ?? 'anonymous';
    const all: Record<string, string> = {
      AccountSid: accountSid,
      ApiVersion: '2010-04-01',
      CallSid: this.sid,
      CallStatus: status,
      Direction: 'inbound',
      From: caller,
      To: to,
      Caller: caller,
      Called: to,
      CallerCountry: 'CA',
      ...params,
    };
    const prefix = new URL(publicUrl).pathname.replace(/\/+$/, '');
    const path = target.startsWith(`${prefix}/`) ? target.slice(prefix.length) : target;
    const signed = publicUrl.replace(/\/+$/, '') + path;
    const request: RequestInit = {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
        'x-twilio-signature': twilio.getExpectedTwilioSignature(authToken, signed, all),
      },
      body: new URLSearchParams(all).toString(),
    };
    const post =
      this.#options.post ?? ((to: string, init: RequestInit) => fetch(url.replace(/\/+$/, '') + to, init));
    const answers = await Promise.all(
      Array.from({ length: copies }, async () => {
        const response = await post(path, request);
        if (!response.ok) throw new Error(`${path} answered ${response.status}`);
        return response.text();
      }),
    );
    const [body = ''] = answers;
    if (answers.some((answer) => answer !== body))
      throw new Error('copies of one webhook were answered differently');
    return { body };
  }
}
