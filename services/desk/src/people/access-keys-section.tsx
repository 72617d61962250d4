import type { AccessKeyRow } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { formatDay, Table, words } from '@guichet/pages';
import { MarkButton } from '../frame/mark-button.tsx';

export interface AccessKeysProps {
  language: Language;
  csrf: string;
  /** Where a key is revoked: `<at>/<id>/revocation`. */
  at: string;
  title: string;
  keys: readonly AccessKeyRow[];
}

/** Draws the keys by which programs act in somebody's name, each with its end. */
export function AccessKeysSection({ language, csrf, at, title, keys }: AccessKeysProps) {
  const { keys: said } = words(language).work.people;
  return (
    <Table
      caption={title}
      captionHidden
      empty={said.none}
      stacked
      columns={[
        { label: said.name },
        { label: said.begins },
        { label: said.since },
        { label: said.until },
        { label: said.used },
        { label: said.revoke },
      ]}
      rows={keys.map(({ id, name, hint, madeAt, expiresAt, usedOn }) => ({
        cells: [
          name,
          <code>{hint}…</code>,
          formatDay(madeAt, language),
          formatDay(expiresAt, language),
          usedOn === null ? said.never : formatDay(usedOn, language),
          <MarkButton action={`${at}/${id}/revocation`} csrf={csrf} label={said.revoke} of={name} />,
        ],
      }))}
    />
  );
}
