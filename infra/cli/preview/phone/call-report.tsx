import { type CompiledService, formatAnswer, type MemberQuestion, type Question } from '@guichet/catalogue';
import { draftOf, toTwiml } from '@guichet/channels/phone';
import type { Language } from '@guichet/kernel';
import { Table } from '@guichet/pages';
import type { Act } from './act.ts';
import { layOutTwiml } from './lay-out-twiml.ts';
import { phoneWords } from './phone-words.ts';
import type { Trial, TrialLine } from './trial.ts';

interface Props {
  trial: Trial;
  language: Language;
}

/** Finds the service that a call is about, and the question that it asks. */
export function askedIn({ result, services }: Trial): {
  service?: CompiledService;
  question?: Question;
  member?: MemberQuestion;
} {
  const { service: named, place } = result.state;
  const service = services.find(({ definition }) => definition.code === named?.code);
  if (service === undefined) return {};
  const question = 'key' in place && typeof place.key === 'string' ? service.question(place.key) : undefined;
  if (question === undefined) return { service };
  const at = 'member' in place ? place.member : undefined;
  const member = question.type === 'group' ? question.questions.find(({ key }) => key === at) : undefined;
  return { service, question, ...(member ? { member } : {}) };
}

/** Draws what the call counts, and the question that it is at. */
export function CallCounts({ trial, language }: Props) {
  const say = phoneWords[language];
  const { turns, presses, speechSeconds } = trial.counts;
  const { question, member } = askedIn(trial);
  const { at } = trial.result.state.place;
  return (
    <>
      <h2>{say.counts}</h2>
      <dl class="phone-counts">
        <div>
          <dt>{say.turns}</dt>
          <dd id="count-turns">{turns}</dd>
        </div>
        <div>
          <dt>{say.presses}</dt>
          <dd id="count-presses">{presses}</dd>
        </div>
        <div>
          <dt>{say.speech}</dt>
          <dd>{say.speechSeconds(Math.round(speechSeconds))}</dd>
        </div>
        <div class="phone-at">
          <dt>{say.at}</dt>
          <dd id="at">
            {question ? (
              <>
                {(member ?? question).label[language]}{' '}
                <code>{member ? `${question.key}.${member.key}` : question.key}</code>
              </>
            ) : (
              (say.places[at] ?? at)
            )}
          </dd>
        </div>
      </dl>
      <p class="quiet">{say.assumed}</p>
    </>
  );
}

/** Draws the answers so far, each with how it came. */
export function CallAnswers({ trial, language }: Props) {
  const say = phoneWords[language];
  const { service } = askedIn(trial);
  const { state } = trial.result;
  const answers = draftOf(state)?.answers ?? {};
  const rows = (service?.visible(answers) ?? [])
    .filter(({ key }) => answers[key] !== undefined)
    .map((question) => {
      const found = state.provenance[question.key];
      const sure = found?.confidence === undefined ? [] : [say.sureOf(Math.round(found.confidence * 100))];
      const how = found ? [say.hows[found.how], ...sure].join(', ') : '';
      return {
        cells: [question.label[language], formatAnswer(question, answers[question.key], language), how],
      };
    });
  return (
    <>
      <h2>{say.answers}</h2>
      <Table
        caption={say.answers}
        captionHidden
        stacked
        columns={[say.question, say.answer, say.provenance].map((label) => ({ label }))}
        rows={rows}
        empty={say.noAnswers}
      />
    </>
  );
}

/** Draws who said and did what, from the first word. */
export function CallTranscript({ trial, language }: Props) {
  const say = phoneWords[language];
  return (
    <>
      <h2>{say.transcript}</h2>
      <ol class="phone-transcript" id="transcript">
        {trial.transcript.map((line) => (
          <li class={`phone-by-${line.who}`}>
            <strong>{say.who[line.who]}</strong> <Line line={line} language={language} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Line({ line, language }: { line: TrialLine; language: Language }) {
  const say = phoneWords[language];
  switch (line.who) {
    case 'line':
      return (
        <>
          {line.said.map((spoken) => (
            <>
              <span lang={`${spoken.language}-CA`}>{spoken.text}</span>{' '}
            </>
          ))}
        </>
      );
    case 'caller':
      return <>{deedOf(line.did, language)}</>;
    case 'desk':
      return <>{say.deeds[line.deed]}</>;
  }
}

function deedOf(act: Act, language: Language): string {
  const { did } = phoneWords[language];
  switch (act.act) {
    case 'key':
      return did.keys(act.key);
    case 'keys':
      return did.keys(act.keys);
    case 'speak':
      return act.unsure ? did.unsure(act.text) : did.speak(act.text);
    case 'record':
      return did.record(act.seconds);
    case 'transfer':
      return did[act.answer];
    case 'silence':
    case 'hang-up':
      return did[act.act];
  }
}

/** A number that nobody has. */
const staffLines = ['+14185550101', '+14185550102'];

/** Draws the document that Twilio would be answered with at this turn. */
export function CallTwiml({ trial }: { trial: Trial }) {
  const { said, result, counts } = trial;
  const { language, slow } = result.state;
  const paths = { actionPath: '/phone/voice', recordingPath: '/phone/recording' };
  const twiml = toTwiml(
    { say: said, listen: result.listen },
    { language, slow, turn: counts.turns + 1, ...paths, staffLines },
  );
  return (
    <pre class="phone-twiml">
      <code>{layOutTwiml(twiml)}</code>
    </pre>
  );
}
