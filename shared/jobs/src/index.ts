export { type ArrivedJob, dispatch } from './dispatch.ts';
export {
  type Handlers,
  type JobFacts,
  type JobName,
  type JobQueue,
  jobNames,
  jobQueues,
  jobs,
  type Payload,
  queueOf,
} from './jobs.ts';
export { type Recurring, type RecurringHandlers, type RecurringName, schedule } from './schedule.ts';
export { lockMs, overdueAfterMs, redisPrefix, retry } from './settings.ts';
