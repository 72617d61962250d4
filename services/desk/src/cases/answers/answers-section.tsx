import type { CaseAnswer, CaseFile } from '@guichet/casework';
import { type AnswerValue, type CompiledService, formatAnswer, isPending } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { MaskedValue, Notice, words } from '@guichet/pages';
import { RevealForm } from '../../frame/reveal-form.tsx';
import type { CaseView } from '../frame/case-view.ts';
import { howItCame } from './how-it-came.ts';

/** Draws the answers in the order they were asked, each with how it reached us; sensitive ones hidden until a purpose is given. */
export function AnswersSection(view: CaseView) {
  const { file, service, language } = view;
  const { desk, work } = words(language);
  const hidden = file.answers.filter((answer) => answer.hidden && answer.sensitivity === 'sensitive').length;
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{desk.case.answers}</h2>
      {service ? null : <p class="quiet">{work.case.outOfDate}</p>}
      {view.revealedFor === undefined ? null : (
        <Notice language={language}>{work.case.revealed(view.revealedFor)}</Notice>
      )}
      <dl class="answers case-answers">
        {inOrder(file.answers, service).map((answer) => (
          <Answer answer={answer} file={file} service={service} language={language} />
        ))}
      </dl>
      {hidden > 0 ? (
        <RevealForm
          language={language}
          csrf={view.csrf}
          action={`/cases/${file.reference}/revelation`}
          hidden={hidden}
          refused={view.problem?.form === 'revelation' ? view.problem : undefined}
        />
      ) : null}
    </section>
  );
}

function inOrder(answers: CaseAnswer[], service: CompiledService | undefined): CaseAnswer[] {
  const order = new Map(service?.questions.map((question, index) => [question.key, index]) ?? []);
  return answers.toSorted((a, b) => (order.get(a.question) ?? 999) - (order.get(b.question) ?? 999));
}

function Answer({
  answer,
  file,
  service,
  language,
}: {
  answer: CaseAnswer;
  file: CaseFile;
  service: CompiledService | undefined;
  language: Language;
}) {
  const { work, frame } = words(language);
  const question = service?.question(answer.question);
  const label = question?.label[language] ?? answer.question;
  const lines =
    answer.value === undefined
      ? []
      : (question ? formatAnswer(question, answer.value, language) : plain(answer.value)).split('\n');
  return (
    <div class="answer">
      <dt>{label}</dt>
      <dd>
        {answer.hidden ? (
          answer.sensitivity === 'sensitive' ? (
            <MaskedValue language={language} sensitivity={answer.sensitivity} label={label} />
          ) : (
            <span class="quiet">{work.case.destroyed}</span>
          )
        ) : (
          lines.map((line) => <span class="line">{line === '' ? frame.notAnswered : line}</span>)
        )}
        {isPending(answer.value) ? (
          <Recording id={answer.value.evidence} file={file} language={language} />
        ) : null}
      </dd>
      <dd class="answer-how">{howItCame(answer, file, service, language)}</dd>
    </div>
  );
}

function Recording({ id, file, language }: { id: string; file: CaseFile; language: Language }) {
  const { work } = words(language);
  const stored = file.evidence.some((one) => one.id === id && one.storedAt !== null);
  if (!stored) return <span class="line quiet">{work.case.notStored}</span>;
  return (
    <audio
      class="player"
      controls
      preload="none"
      src={`/evidence/${id}`}
      aria-label={work.case.listen}
    ></audio>
  );
}

function plain(value: AnswerValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
