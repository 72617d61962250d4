import { type TeamRow, webhookKinds, type WebhookRow } from '@guichet/casework';
import { type Language, newId } from '@guichet/kernel';
import {
  Button,
  CsrfField,
  ErrorSummary,
  type FieldProblem,
  formatInstant,
  Table,
  words,
} from '@guichet/pages';
import { CheckList } from '../../frame/check-list.tsx';
import { TextLine } from '../../frame/text-line.tsx';

export interface WebhooksPageProps {
  language: Language;
  csrf: string;
  webhooks: readonly WebhookRow[];
  /** Those that the supervisor answers for. */
  teams: readonly TeamRow[];
  url: string;
  chosen: readonly string[];
  chosenTeams: readonly string[];
  problem?: FieldProblem | undefined;
}

/** Draws the addresses that are told of events, and the form that registers one. */
export function WebhooksPage(props: WebhooksPageProps) {
  const { language, csrf, webhooks: rows, teams, problem } = props;
  const { webhooks } = words(language).work;
  const names: Readonly<Record<string, string>> = words(language).work.case.events;
  return (
    <>
      <ErrorSummary
        language={language}
        problems={problem === undefined ? [] : [problem]}
        hrefOf={({ path }) => `#${path}`}
      />
      <h1>{webhooks.title}</h1>
      <p class="quiet">{webhooks.lead}</p>
      <Table
        caption={webhooks.title}
        captionHidden
        empty={webhooks.none}
        stacked
        columns={[
          { label: webhooks.url },
          { label: webhooks.kinds, numeric: true },
          { label: webhooks.teams },
          { label: webhooks.state },
        ]}
        rows={rows.map((one) => ({
          href: `/supervisor/webhooks/${one.id}`,
          cells: [one.host, String(one.kinds.length), one.teams.join(', '), stateOf(one, language)],
        }))}
      />
      <h2>{webhooks.make}</h2>
      <form method="post" action="/supervisor/webhooks" class="form form-dense">
        <CsrfField token={csrf} />
        <input type="hidden" name="id" value={newId()} />
        <TextLine id="url" label={webhooks.url} hint={webhooks.urlHint} value={props.url} problem={problem} />
        <CheckList
          legend={webhooks.kinds}
          name="kinds"
          options={webhookKinds.map((kind) => ({ value: kind, label: names[kind] ?? kind }))}
          checked={props.chosen}
          problem={problem}
        />
        <CheckList
          legend={webhooks.teams}
          name="teams"
          options={teams.map(({ code, name }) => ({ value: code, label: name[language] }))}
          checked={props.chosenTeams}
          problem={problem}
        />
        <Button>{webhooks.make}</Button>
      </form>
    </>
  );
}

/** Says whether a webhook serves, and what of it waits for a person. */
export function stateOf({ endedAt, parked }: WebhookRow, language: Language): string {
  const { webhooks } = words(language).work;
  if (endedAt !== null) return webhooks.ended(formatInstant(endedAt, language));
  return parked > 0 ? `${webhooks.active}, ${webhooks.parked(parked)}` : webhooks.active;
}
