const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: '’',
  nbsp: '\u00a0',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  acirc: 'â',
  ccedil: 'ç',
  ocirc: 'ô',
  ucirc: 'û',
  ugrave: 'ù',
  icirc: 'î',
  iuml: 'ï',
  laquo: '«',
  raquo: '»',
  rsquo: '’',
  ndash: '–',
  mdash: '—',
  hellip: '…',
};

/**
 * Writes a text of a form without its markup: paragraphs apart, points of a list by a dash, links by their address.
 *
 * Shape: `marked` says whether there was any markup to take out
 */
export function plainText(html: string): { text: string; marked: boolean } {
  const marked = /<[a-z!/][^>]*>|&[a-z]+;/i.test(html);
  const text = html
    .replace(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>/gi, ' ')
    // What is written for screen readers alone says that a link opens elsewhere.
    .replace(/<span[^>]*class="[^"]*sr-only[^"]*"[^>]*>[\s\S]*?<\/span>/gi, '')
    .replace(/<a\b[^>]*href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/gi, (_, href: string, inner: string) =>
      /^https?:/.test(href) ? `${inner} (${href})` : inner,
    )
    .replace(/\s+/g, ' ')
    .replace(/<li\b[^>]*>/gi, '\n– ')
    .replace(/<\/(p|div|h[1-6]|ul|ol|table|tr)>|<br\s*\/?>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? fromCode(name) ?? whole)
    .split('\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
  return { text, marked };
}

function fromCode(name: string): string | undefined {
  const code = /^#(\d{2,6})$/.exec(name)?.[1];
  return code === undefined ? undefined : String.fromCodePoint(Math.min(Number(code), 0x10ffff));
}
