import { type FormValues, formValues } from '@guichet/catalogue';
import { questionPage, summary } from '@guichet/channels/web';
import { formatReference } from '@guichet/kernel';
import {
  AnswerList,
  Button,
  ButtonLink,
  ErrorSummary,
  Field,
  type FieldProblem,
  MaskedValue,
  Notice,
  Pagination,
  Panel,
  Progress,
  PublicLayout,
  Qr,
  QuestionForm,
  ReferenceCode,
  StatusTag,
  Steps,
  words,
} from '@guichet/pages';
import { sampleAnswers } from '../../support/sample-answers.ts';
import { sampleService as service } from '../../support/sample-service.ts';
import { drawnOn, type InLanguage, squares } from './sample-drawn.ts';

export function Services({ language }: InLanguage) {
  const { services } = words(language).walk;
  return (
    <PublicLayout
      language={language}
      title={services.title}
      organisation="Ville de Sainte-Claire"
      otherLanguageHref="?lang=en"
    >
      <h1>{services.title}</h1>
      <p class="lead">{services.lead}</p>
      <h2>{services.themes.municipal}</h2>
      <ul class="services">
        {[1, 2, 3].map((index) => (
          <li>
            <a href={`/services/${index}`}>{service.definition.name[language]}</a>
            <div>{service.definition.summary[language]}</div>
          </li>
        ))}
      </ul>
      <Pagination page={2} pages={3} hrefOf={(page) => `?page=${page}`} language={language} />
    </PublicLayout>
  );
}

export function Start({ language }: InLanguage) {
  const { start } = words(language).walk;
  return (
    <PublicLayout
      language={language}
      title={service.definition.name[language]}
      otherLanguageHref="?lang=en"
      backHref="/"
    >
      <h1>{service.definition.name[language]}</h1>
      <p class="lead">{service.definition.summary[language]}</p>
      <Notice language={language}>
        <p>{start.notice}</p>
      </Notice>
      <p>
        <ButtonLink href="/begin">{start.begin}</ButtonLink>
      </p>
      <h2>{start.otherWays}</h2>
      <p>{start.otherWaysLead}</p>
      <ul class="ways">
        <li>
          <h3>{start.byPhone}</h3>
          <p>{start.byPhoneText('418 555-0100')}</p>
        </li>
        <li>
          <h3>{start.byMail}</h3>
          <p>{start.byMailText}</p>
          <a href="/form.pdf">{start.paperForm}</a>
        </li>
        <li>
          <h3>{start.atCounter}</h3>
          <p>{start.atCounterText}</p>
        </li>
      </ul>
    </PublicLayout>
  );
}

export function QuestionPageDrawn({ language, questionKey }: InLanguage & { questionKey: string }) {
  const page = questionPage(service, sampleAnswers, questionKey, { language, today: drawnOn });
  if (!page) throw new Error(`the sample does not ask ${questionKey}`);
  const { frame } = words(language);
  return (
    <PublicLayout language={language} title={page.title} otherLanguageHref="?lang=en" backHref="/back">
      <Progress index={page.index} total={page.total} language={language} />
      <QuestionForm csrf="token" files={page.question.type === 'file'}>
        <Field
          question={page.question}
          language={language}
          values={page.values}
          heading
          {...(page.entries ? { entries: page.entries } : {})}
        />
        <div class="actions">
          <Button>{frame.continue}</Button>
          {page.skippable ? (
            <Button kind="secondary" action={{ do: 'skip' }}>
              {frame.skipQuestion}
            </Button>
          ) : null}
          <Button kind="quiet" action={{ do: 'save' }}>
            {frame.saveForLater}
          </Button>
        </div>
      </QuestionForm>
    </PublicLayout>
  );
}

/** Every question on one page, each with something wrong. */
export function AllWrong({ language }: InLanguage) {
  const questions = service.visible(sampleAnswers).filter((question) => question.type !== 'information');
  const problems: FieldProblem[] = questions.map((question) => ({
    path: question.type === 'group' ? `${question.key}.0.employer` : question.key,
    message: language === 'fr' ? `Corrigez « ${question.label.fr} ».` : `Correct “${question.label.en}”.`,
  }));
  const values: FormValues = Object.assign(
    {},
    ...questions.map((question) => formValues(question, sampleAnswers[question.key], language)),
  );
  return (
    <PublicLayout language={language} title="Tout" otherLanguageHref="?lang=en" hasErrors>
      <ErrorSummary language={language} problems={problems} questions={questions} />
      <h1>Tout</h1>
      <QuestionForm csrf="token" files>
        {questions.map((question) => (
          <Field question={question} language={language} values={values} problems={problems} />
        ))}
        <Button>{words(language).frame.continue}</Button>
      </QuestionForm>
    </PublicLayout>
  );
}

export function Check({ language }: InLanguage) {
  const { check } = words(language).walk;
  return (
    <PublicLayout language={language} title={check.title} otherLanguageHref="?lang=en">
      <h1>{check.title}</h1>
      <p class="lead">{check.lead}</p>
      <QuestionForm csrf="token">
        <AnswerList
          language={language}
          rows={summary(service, sampleAnswers, language).map((row) => ({
            label: row.label,
            value: row.lines ?? (
              <MaskedValue
                language={language}
                sensitivity={row.sensitivity}
                label={row.label}
                reveal={{ name: '_reveal', value: row.key }}
              />
            ),
            changeHref: `/${row.key}`,
          }))}
        />
        <p>{check.declare}</p>
        <Button>{check.send}</Button>
      </QuestionForm>
    </PublicLayout>
  );
}

export function Confirmation({ language }: InLanguage) {
  const { confirmation } = words(language).walk;
  return (
    <PublicLayout language={language} title={confirmation.title} otherLanguageHref="?lang=en">
      <Panel title={confirmation.title}>
        <ReferenceCode label={confirmation.reference} reference={formatReference('4815162342')} />
      </Panel>
      <p>{confirmation.keep}</p>
      <h2>{confirmation.next}</h2>
      <p>{service.definition.next[language]}</p>
      <Qr modules={squares} title={confirmation.qr} />
      <ButtonLink href="/status" kind="secondary">
        {confirmation.follow}
      </ButtonLink>
    </PublicLayout>
  );
}

export function Status({ language }: InLanguage) {
  const { status } = words(language).walk;
  return (
    <PublicLayout language={language} title={status.title} otherLanguageHref="?lang=en">
      <h1>{status.heading(formatReference('4815162342'))}</h1>
      <p>
        <StatusTag tone="info">{status.working}</StatusTag>
      </p>
      <Notice kind="success" language={language} />
      <Notice kind="warning" language={language}>
        <p>{status.notFound}</p>
      </Notice>
      <h2>{status.steps}</h2>
      <Steps
        steps={[
          { label: status.received, state: 'done', detail: '23 novembre 2026' },
          { label: status.working, state: 'current' },
          { label: status.closed, state: 'todo' },
        ]}
      />
    </PublicLayout>
  );
}
