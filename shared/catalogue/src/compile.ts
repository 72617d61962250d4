import { createHash } from 'node:crypto';
import { canonicalJson } from '@guichet/kernel';
import type { Answers } from './answers.ts';
import { answerOf } from './answer-of.ts';
import { behalfBlock } from './behalf-block.ts';
import type { CompiledService } from './compiled.ts';
import { asQuestion, expandNames, lookupIn, toAmounts } from './computed.ts';
import { feeReader } from './fee.ts';
import type { MemberQuestion, Question, ServiceDefinition } from './definition.ts';
import { describeCondition } from './describe-condition.ts';
import { namedQuestions } from './named-questions.ts';
import type { Reader } from './parse/parsed.ts';
import { readAnswers } from './parse/read-answers.ts';
import { readerOf } from './parse/reader-of.ts';
import { readProofs } from './proofs.ts';
import { referralReader } from './referrals.ts';
import { replyBlock } from './reply-block.ts';
import { readReplyChoice } from './reply-choice.ts';
import { sensitivityOf } from './sensitivity.ts';
import { heldMembers, toStep, walk } from './steps.ts';
import { writeAmounts } from './write-amounts.ts';

/**
 * Makes a service ready to be asked from its definition.
 *
 * Guarantee: total for any definition of the language; that it makes sense is for `check` to say.
 */
export function compile(definition: ServiceDefinition): CompiledService {
  const questions = [...behalfBlock(definition), ...definition.questions, ...replyBlock(definition)];
  const amounts = toAmounts(definition);
  const steps = questions.map((question) => toStep(question, amounts));
  const byKey = new Map(steps.map((step) => [step.question.key, step]));
  const readers = new WeakMap<Question | MemberQuestion, Reader>();
  for (const step of steps) {
    readers.set(step.question, step.read);
    for (const member of step.members) readers.set(member.question, member.read);
  }
  const readFee = feeReader(definition);
  const readReferrals = referralReader(definition, questions);
  const named = [
    ...steps.flatMap((step) => [step.question, ...step.members.map((member) => member.question)]),
    ...[...amounts.values()].map((computed) => asQuestion(computed.definition)),
  ];
  const wordsFor = new Map<string, Question | MemberQuestion>(
    named.map((question) => [question.key, question]),
  );

  const prune = (answers: Answers): Answers => {
    let pruned: Answers = {};
    walk(steps, amounts, answers, (_, kept) => {
      pruned = kept;
      return true;
    });
    return pruned;
  };

  return {
    definition,
    hash: createHash('sha256').update(canonicalJson(definition)).digest('hex'),
    questions,
    question: (key) => byKey.get(key)?.question,
    visible(answers) {
      const visible: Question[] = [];
      walk(steps, amounts, answers, (step) => {
        visible.push(step.question);
        return true;
      });
      return visible;
    },
    visibleMembers: (group, entry, answers) =>
      heldMembers(byKey.get(group.key)?.members ?? [], entry, lookupIn(answers, amounts)),
    next(answers, skipped) {
      let next: Question | undefined;
      walk(steps, amounts, answers, ({ question }, kept) => {
        const skippable = !question.required || question.type === 'information';
        if (answerOf(kept, question.key) !== undefined || (skippable && skipped.has(question.key)))
          return true;
        next = question;
        return false;
      });
      return next;
    },
    parseAnswer: (question, raw, options) =>
      (readers.get(question) ?? readerOf(question, [], amounts))(raw, options),
    parse: (raw, options) => readAnswers(steps, amounts, raw, options),
    prune,
    deciding: new Set(
      steps.flatMap((step) => [
        ...step.names,
        ...step.members.flatMap(({ question: { when } }) =>
          when === undefined ? [] : expandNames(namedQuestions(when), amounts),
        ),
      ]),
    ),
    sensitivityOf: new Map(questions.map((question) => [question.key, sensitivityOf(question)])),
    describeCondition: (condition, language) =>
      describeCondition(condition, (key) => wordsFor.get(key), language),
    replyChoice: (answers) => readReplyChoice(definition, prune(answers)),
    fee: (answers) => readFee(lookupIn(prune(answers), amounts)),
    computed: (answers) => writeAmounts(amounts, lookupIn(prune(answers), amounts)),
    referrals(answers) {
      const kept = prune(answers);
      return readReferrals(kept, lookupIn(kept, amounts));
    },
    proofs(answers) {
      return readProofs(questions, prune(answers));
    },
  };
}
