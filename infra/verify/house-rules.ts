import type { Finding } from './check.ts';
import type { SourceFile } from './source-files.ts';

interface Rule {
  what: string;
  pattern: RegExp;
  /** Which files the rule holds for. */
  holds(path: string): boolean;
}

const isTest = (path: string) => path.startsWith('tests/') || /\.test\.tsx?$/.test(path);
const isCode = (path: string) => /\.tsx?$/.test(path);

/** What the import graph can't see. Each rule says what to do instead. */
export const houseRules: readonly Rule[] = [
  {
    what: 'process.env is read only in config.ts: pass the value in',
    pattern: /\bprocess\.env\b/,
    holds: (path) =>
      isCode(path) && !isTest(path) && !path.startsWith('infra/verify/') && !/(^|\/)config\.ts$/.test(path),
  },
  {
    what: 'only workers/relay puts jobs into a job queue: stage an outbox row',
    pattern: /\bnew (Queue|FlowProducer)\(/,
    holds: (path) => isCode(path) && !isTest(path) && !path.startsWith('workers/relay/'),
  },
  {
    what: 'time in casework comes from ctx.clock',
    pattern: /\bnew Date\(\)|\bDate\.now\(\)/,
    holds: (path) => isCode(path) && !isTest(path) && path.startsWith('shared/casework/'),
  },
  {
    what: 'doors and hands hold no SQL: call a verb',
    pattern: /\bsql`|\.unsafe\(/,
    holds: (path) =>
      isCode(path) &&
      !isTest(path) &&
      /^(services|workers|shared\/(channels|pages|catalogue|jobs|kernel))\//.test(path),
  },
  {
    what: 'SQL parameters go through the tag, never through unsafe text',
    pattern: /\.unsafe\(/,
    holds: (path) => isCode(path) && !isTest(path) && path.startsWith('shared/casework/'),
  },
  {
    what: 'pages carry no inline style or script: the content policy forbids them',
    pattern: /\sstyle=[{"']|\son[a-z]+=[{"']|dangerouslySetInnerHTML/,
    holds: (path) => path.endsWith('.tsx') && !isTest(path),
  },
  {
    what: 'a vague name: say what it does (design §1)',
    pattern: /\b(class|interface|function|const) \w*(Manager|Helper|Utils|Common)\b|\bclass \w*Service\b/,
    holds: (path) =>
      isCode(path) && !path.startsWith('infra/verify/') && !path.startsWith('tests/boundaries/'),
  },
  {
    what: 'a path of one machine',
    pattern: /\/(?:home|Users|root|work)\/[a-z]/,
    holds: (path) =>
      !path.startsWith('infra/verify/') &&
      !path.startsWith('tests/boundaries/') &&
      path !== 'package-lock.json',
  },
];

/** Unit: lines. Source: design §3 */
const linesMax = 300;
/** A table of examples is read from the top and may go on. */
const linesOfTestMax = 450;

/** Finds what breaks a house rule, line by line, and files that grew past one purpose. */
export function checkHouseRules(files: readonly SourceFile[]): Finding[] {
  return files.flatMap(({ path, text }) => {
    const lines = text.split('\n');
    const broken = houseRules
      .filter((rule) => rule.holds(path))
      .flatMap(({ what, pattern }) =>
        lines.flatMap((line, index) => (pattern.test(line) ? [{ where: `${path}:${index + 1}`, what }] : [])),
      );
    const most = isTest(path) ? linesOfTestMax : linesMax;
    const long = isCode(path) && lines.length > most + 1;
    return long
      ? [...broken, { where: path, what: `${lines.length} lines: over ${most}, split it by purpose` }]
      : broken;
  });
}
