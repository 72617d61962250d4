const silent = new Set(['level', 'time', 'pid', 'name', 'msg', 'event', 'err']);

/** Shortens a process's JSON log line for a terminal: who, when, how bad, what, and the rest as `field=value`. */
export function compactLine(name: string, line: string): string {
  const who = name.padEnd(14);
  const fields = parse(line);
  if (fields === undefined) return `${who} ${line}`;
  const time = String(fields.time ?? '').slice(11, 19);
  const level = String(fields.level ?? '');
  const mark = level === 'info' || level === 'debug' ? ' ' : '!';
  const rest = Object.entries(fields)
    .filter(([field]) => !silent.has(field))
    .map(([field, value]) => `${field}=${String(value)}`);
  const error = fields.err === undefined ? [] : [errorWords(fields.err)];
  return [who, time, mark, fields.event, fields.msg, ...rest, ...error]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
}

/** Name, code and where it was thrown: the process's own log line holds the rest. */
function errorWords(error: unknown): string {
  const { name, code, publicKey, frames } = (
    typeof error === 'object' && error !== null ? error : {}
  ) as Record<string, unknown>;
  const place = Array.isArray(frames) ? frames[0] : undefined;
  return [name, code, publicKey, place].filter((part) => typeof part === 'string').join(' ');
}

function parse(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
