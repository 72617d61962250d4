import type { CompiledService } from '@guichet/catalogue';
import { currentLayout, printingsIn } from '@guichet/channels/mail';
import { isDeskError, languages } from '@guichet/kernel';

/**
 * Lists the paper forms that could not be read back: a field on a fold or under a mark, a text in the white around a code.
 *
 * Shape: one line each, naming the form, its printing and what runs into what; each version on both sheets, in both prints
 */
export function unreadableForms(versions: readonly CompiledService[]): string[] {
  const lines: string[] = [];
  for (const service of versions) {
    const { code, version, channels } = service.definition;
    if (channels.mail) continue;
    for (const printing of languages.flatMap(printingsIn)) {
      try {
        currentLayout(service, printing);
      } catch (error) {
        if (!isDeskError(error) || error.publicKey !== 'form-layout') throw error;
        const { language, paper, print } = printing;
        lines.push(`${code} v${version} form.pdf (${language}, ${paper}, ${print})  ${error.message}`);
      }
    }
  }
  return lines;
}
