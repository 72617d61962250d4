/** Gives the proof that a form carries. */
export const csrfIn = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';

/** Gives what the controls of a letter's form hold, as a browser would send them. */
export function valuesIn(html: string): Record<string, string> {
  const shown = html.slice(html.indexOf('class="verify"'));
  const values: Record<string, string> = {};
  for (const [input] of shown.matchAll(/<input[^>]*>/g)) {
    const at = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1];
    const [name, type] = [at('name'), at('type')];
    const isSet = type === 'radio' || type === 'checkbox' ? input.includes(' checked') : type !== 'file';
    if (name && isSet) values[name] = plain(at('value') ?? '').replaceAll(/[\r\n]/g, '');
  }
  for (const [, name = '', text = ''] of shown.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>([^<]*)</g))
    values[name] = plain(text).replaceAll(/\r?\n/g, '\r\n');
  for (const [, name = '', options = ''] of shown.matchAll(
    /<select[^>]* name="([^"]+)"[^>]*>(.*?)<\/select>/gs,
  ))
    values[name] = plain(/<option value="([^"]*)" selected/.exec(options)?.[1] ?? '');
  return values;
}

/** Gives a text of a page as people read it. */
export function plain(text: string): string {
  return text
    .replaceAll('\u00a0', ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}
