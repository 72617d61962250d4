import {
  type Answers,
  type CatalogueProblem,
  type CompiledService,
  type FormValues,
} from '@guichet/catalogue';
import { counterScreen } from '@guichet/channels/counter';
import { promptsOf } from '@guichet/channels/phone';
import type { Language } from '@guichet/kernel';
import { CounterFields, document, Field, formatDay } from '@guichet/pages';

export interface PreviewPageProps {
  services: readonly CompiledService[];
  problems: readonly CatalogueProblem[];
  /** Absent when no file can be read. */
  service?: CompiledService;
  answers: Answers;
  values: FormValues;
  language: Language;
  today: string;
  assetPaths: readonly string[];
  /** The answers as an address holds them. */
  query: string;
}

const words = {
  fr: {
    title: 'Aperçu',
    web: 'Internet',
    phone: 'Téléphone',
    paper: 'Papier',
    counter: 'Comptoir',
    apply: 'Appliquer les réponses',
    other: 'English',
    show: 'Afficher',
    service: 'Service',
    today: 'Aujourd’hui',
    tryPhone: 'Essayer au téléphone',
    listens: { gather: 'touches ou voix', record: 'enregistrement', none: '', effects: '' },
  },
  en: {
    title: 'Preview',
    web: 'Internet',
    phone: 'Telephone',
    paper: 'Paper',
    counter: 'Counter',
    apply: 'Apply the answers',
    other: 'Français',
    show: 'Show',
    service: 'Service',
    today: 'Today',
    tryPhone: 'Try by telephone',
    listens: { gather: 'keys or voice', record: 'recording', none: '', effects: '' },
  },
};

/** Draws the four derivations of a service side by side; answers given on the left decide what all four ask. */
export function previewPage(props: PreviewPageProps) {
  const { services, service, language, problems } = props;
  const say = words[language];
  const code = service?.definition.code;
  return document(
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{`${say.title} ${service?.definition.name[language] ?? ''}`}</title>
        {props.assetPaths.map((href) => (
          <link rel="stylesheet" href={href} />
        ))}
        <link rel="stylesheet" href="/preview.css" />
        <script src="/preview.js" defer />
      </head>
      <body>
        <header class="preview-head">
          <form method="get" action="/">
            <label for="preview-code">{say.service}</label>{' '}
            <select class="input" id="preview-code" name="code">
              {services.map(({ definition }) => (
                <option value={definition.code} selected={definition.code === code}>
                  {definition.name[language]}
                </option>
              ))}
            </select>{' '}
            <input type="hidden" name="lang" value={language} />
            <button class="button button-secondary" type="submit">
              {say.show}
            </button>{' '}
            <a href={`/?code=${code ?? ''}&lang=${language === 'fr' ? 'en' : 'fr'}`}>{say.other}</a>{' '}
            <span class="quiet">{`${say.today}: ${formatDay(new Date(`${props.today}T12:00:00Z`), language)}`}</span>
          </form>
          {problems.length === 0 ? null : (
            <ul class="preview-problems" role="alert">
              {problems.map(({ file, line, column, key, message, suggestion }) => (
                <li>
                  <code>{`${file}:${line}:${column} ${key}`}</code>{' '}
                  {[message[language], suggestion?.[language]].filter(Boolean).join('; ')}
                </li>
              ))}
            </ul>
          )}
        </header>
        {service === undefined ? null : <Panes {...props} service={service} />}
      </body>
    </html>,
  );
}

function Panes({
  service,
  answers,
  values,
  language,
  today,
  query,
}: PreviewPageProps & { service: CompiledService }) {
  const say = words[language];
  const { code } = service.definition;
  const visible = service.visible(answers);
  // A page of its own: the same questions twice on one page would share their ids.
  const counterHref = `/counter?${query}`;
  return (
    <main class="preview-panes">
      <section aria-labelledby="pane-web">
        <h2 id="pane-web">{say.web}</h2>
        <form method="get" action="/">
          <input type="hidden" name="code" value={code} />
          <input type="hidden" name="lang" value={language} />
          {visible.map((question) => (
            <Field question={question} language={language} values={values} />
          ))}
          <button class="button" type="submit">
            {say.apply}
          </button>
        </form>
      </section>
      <section aria-labelledby="pane-phone">
        <h2 id="pane-phone">{say.phone}</h2>
        <p>
          <a href={`/phone?service=${code}&lang=${language}`}>{say.tryPhone}</a>
        </p>
        <ol class="preview-script">
          {promptsOf(visible, language, today).map((prompt) => (
            <li>
              {prompt.say.map((line) => (
                <p>{line}</p>
              ))}
              <p class="quiet">{say.listens[prompt.listen]}</p>
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="pane-paper">
        <h2 id="pane-paper">{say.paper}</h2>
        <iframe title={say.paper} src={`/form.pdf?code=${code}&lang=${language}`} />
      </section>
      <section aria-labelledby="pane-counter">
        <h2 id="pane-counter">{say.counter}</h2>
        <iframe title={say.counter} src={counterHref} />
      </section>
    </main>
  );
}

/** Draws the counter's screen alone, for the preview's frame. */
export function counterPage(
  service: CompiledService,
  answers: Answers,
  { language, today, assetPaths }: Pick<PreviewPageProps, 'language' | 'today' | 'assetPaths'>,
) {
  return document(
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <title>{words[language].counter}</title>
        {assetPaths.map((href) => (
          <link rel="stylesheet" href={href} />
        ))}
      </head>
      <body>
        <CounterFields screen={counterScreen(service, answers, { language, today })} language={language} />
      </body>
    </html>,
  );
}
