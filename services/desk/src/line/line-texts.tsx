import type { LineReport } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { Table, words } from '@guichet/pages';

/** Draws what became of the links that callers had sent by text message. */
export function LineTexts({ language, texts }: { language: Language; texts: LineReport['texts'] }) {
  const { line } = words(language).work;
  const fates = ['asked', 'arrived', 'notArrived', 'unsure', 'underWay'] as const;
  return (
    <>
      <h2>{line.texts}</h2>
      <p class="quiet">{line.textsHint}</p>
      <Table
        caption={line.texts}
        captionHidden
        empty=""
        columns={[{ label: line.textFate }, { label: line.total, numeric: true }]}
        rows={fates.map((fate) => ({ cells: [line.textFates[fate], String(texts[fate])] }))}
      />
    </>
  );
}
