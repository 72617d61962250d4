/** Unit: hertz, seconds. */
const sampleRate = 8000;

/**
 * Makes a WAV of silence that carries the words said in its comment, so that what was recorded can be told in a test.
 *
 * Shape: RIFF/WAVE, PCM 8 kHz mono 8 bits, `LIST INFO ICMT`.
 */
export function spokenWav(words: string, seconds: number): Buffer {
  const format = Buffer.alloc(16);
  format.writeUInt16LE(1, 0);
  format.writeUInt16LE(1, 2);
  format.writeUInt32LE(sampleRate, 4);
  format.writeUInt32LE(sampleRate, 8);
  format.writeUInt16LE(1, 12);
  format.writeUInt16LE(8, 14);
  const comment = Buffer.concat([Buffer.from('INFO'), chunk('ICMT', Buffer.from(`${words}\0`, 'utf8'))]);
  const silence = Buffer.alloc(Math.round(seconds * sampleRate), 128);
  const parts = [chunk('fmt ', format), chunk('LIST', comment), chunk('data', silence)];
  return chunk('RIFF', Buffer.concat([Buffer.from('WAVE'), ...parts]));
}

function chunk(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 0, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat(content.length % 2 === 0 ? [head, content] : [head, content, Buffer.alloc(1)]);
}

/** Gives back the words that `spokenWav` put in; undefined when there are none. */
export function wordsOfWav(wav: Buffer): string | undefined {
  const at = wav.indexOf('ICMT', 0, 'latin1');
  if (at < 0) return undefined;
  const size = wav.readUInt32LE(at + 4);
  return wav
    .subarray(at + 8, at + 8 + size)
    .toString('utf8')
    .replace(/\0+$/, '');
}
