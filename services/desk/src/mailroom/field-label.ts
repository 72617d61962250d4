import { type CompiledService, questionAt } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { words } from '@guichet/pages';

/** Names a field as its form does: `Adresse – rue`. */
export function fieldLabel(service: CompiledService, path: string, language: Language): string {
  const at = questionAt(service, path);
  if (at === undefined) return path;
  const label = at.question.label[language];
  const parts: Readonly<Record<string, string>> = words(language).work.station.parts;
  const [part = ''] = (at.part ?? '').split('.');
  const entry = /^[^.]+\.(\d+)\./.exec(path)?.[1];
  return [
    label,
    ...(entry === undefined ? [] : [String(Number(entry) + 1)]),
    ...(parts[part] ? [parts[part]] : []),
  ].join(' – ');
}
