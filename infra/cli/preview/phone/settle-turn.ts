import { type CallDeps, draftOf, type StepResult, step } from '@guichet/channels/phone';
import { answerByDesk } from './answer-by-desk.ts';
import { speechSeconds } from './speech-seconds.ts';
import type { SaidText, Trial, TrialKnown, TrialLine } from './trial.ts';

/** A desk's answer leads to the caller's turn, or to one more effect; never to a chain of them. */
const roundsMax = 4;

/**
 * Ends a turn: the desk answers what it was asked, and what is said on the way goes into the transcript.
 *
 * Guarantee: the line never waits for a desk that has nothing to answer.
 */
export function settleTurn(trial: Trial, taken: StepResult, deps: CallDeps, known: TrialKnown): Trial {
  let result = taken;
  let { memory } = trial;
  const said = saidBy(result);
  const told: TrialLine[] = [];
  for (let round = 0; round < roundsMax; round += 1) {
    const draft = draftOf(result.state);
    const answers = result.effects.map((effect) => {
      const answered = answerByDesk(effect, { settings: trial.settings, memory, draft, known });
      memory = answered.memory;
      return answered;
    });
    told.push(...answers.flatMap(({ deed }): TrialLine[] => (deed ? [{ who: 'desk', deed }] : [])));
    const answer = answers.findLast((one) => one.answer !== undefined)?.answer;
    if (answer === undefined && result.listen.kind !== 'effects') break;
    result = step(result.state, answer ?? { kind: 'failed', effect: 'find-status' }, deps);
    said.push(...saidBy(result));
  }
  const seconds = said.reduce((sum, { text }) => sum + speechSeconds(text, result.state.slow), 0);
  return {
    ...trial,
    result,
    said,
    memory,
    transcript: [...trial.transcript, ...told, ...(said.length > 0 ? [{ who: 'line' as const, said }] : [])],
    counts: { ...trial.counts, speechSeconds: trial.counts.speechSeconds + seconds },
  };
}

function saidBy({ say, state }: StepResult): SaidText[] {
  return say.map(({ text, language }) => ({ text, language: language ?? state.language }));
}
