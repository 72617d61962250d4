import { createInterface } from 'node:readline/promises';
import { callLine, type PhoneCall, type StaffAnswer } from './call-line.ts';
import { lineConfig } from './config.ts';
import { lineSettings } from './line-settings.ts';

const help = [
  'touches puis Entrée (ex. 1, 01072026#) · r mots : enregistrer · p mots : parler · s : silence · h : raccrocher',
  'keys then Enter (e.g. 1, 01072026#) · r words: record · p words: speak · s: silence · h: hang up',
].join('\n');

/** Calls the desk's line from this terminal, through signed webhooks, until one side hangs up. */
async function main(): Promise<void> {
  const settings = lineSettings();
  const from = lineConfig().CALLER ?? '+14185550123';
  console.log(`${help}\n\n☎  ${from} → ${settings.to} (${settings.url})\n`);
  const input = createInterface({ input: process.stdin, output: process.stdout });
  let shown = 0;
  const show = (): void => {
    for (const { text, language } of call.transcript.slice(shown))
      console.log(`   ${language === 'fr' ? '🔊' : '🔈'} ${text}`);
    shown = call.transcript.length;
  };
  const lines = input[Symbol.asyncIterator]();
  const ask = async (prompt: string): Promise<string | undefined> => {
    input.setPrompt(prompt);
    input.prompt();
    const { done, value } = await lines.next();
    return done ? undefined : value.trim();
  };
  const staff = (line: string): Promise<StaffAnswer> => {
    show();
    return ring(line, ask);
  };
  const call = await callLine({ ...settings, from, pauseMsMax: 2000, staff });
  for (;;) {
    show();
    if (call.listening === 'ended') break;
    const line = await ask(promptOf(call));
    if (line === undefined || !(await act(call, line))) break;
  }
  input.close();
  await call.hangUp();
  console.log('☎  fin de l’appel / call ended');
}

/** A staff line rings, the call is on the desk's screen: whoever calls says what comes of it. */
async function ring(
  line: string,
  ask: (prompt: string) => Promise<string | undefined>,
): Promise<StaffAnswer> {
  console.log(`   ☎  ${line} sonne : l'appel est à la page « Appels » du bureau`);
  console.log(`   ☎  ${line} rings: the call is on the desk's page of calls`);
  const answered = await ask('o : on répond, Entrée : personne / y: answered, Enter: nobody > ');
  return /^[oy]/i.test(answered ?? '') ? 60 : 'no-answer';
}

/** Does what a line asks; false to hang up. A line that means nothing here is said so, and the call goes on. */
async function act(call: PhoneCall, line: string): Promise<boolean> {
  const [, command = '', words = ''] = /^([a-zA-Z]?)\s*(.*)$/.exec(line) ?? [];
  switch (command.toLowerCase()) {
    case 'h':
      return false;
    case 's':
      await call.silence();
      return true;
    case 'r':
      if (call.listening === 'recording') await call.record(words);
      else console.log('   (rien à enregistrer maintenant / nothing to record now)');
      return true;
    case 'p':
      await call.speak(words);
      return true;
    default:
      break;
  }
  if (!/^[0-9*#]+$/.test(line)) console.log(help);
  else await call.press(call.listening === 'one-key' ? line.slice(0, 1) : line);
  return true;
}

function promptOf({ listening }: PhoneCall): string {
  return { 'one-key': '1 touche/key > ', keys: 'touches/keys > ', recording: '● r … > ', ended: '' }[
    listening
  ];
}

try {
  await main();
} catch (error) {
  const refused = error instanceof TypeError && error.message === 'fetch failed';
  console.error(
    refused
      ? 'Le guichet ne répond pas. / The desk does not answer.'
      : error instanceof Error
        ? error.message
        : error,
  );
  process.exitCode = 1;
}
