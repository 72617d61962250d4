/** People, teams, the body's own days, and what becomes of cases when their turn comes or their holder goes. */
export { type Abilities, capacityMax } from './staff/abilities.ts';
export { addStaff, type NewStaff } from './staff/add-staff.ts';
export { type ChangeStaff, changeStaff } from './staff/change-staff.ts';
export { changeLanguage } from './staff/change-language.ts';
export { changePassword, passwordLength } from './staff/change-password.ts';
export { disableStaff, enableStaff } from './staff/disable-staff.ts';
export { type Hired, hireStaff } from './staff/hire-staff.ts';
export type { StaffFacts } from './staff/insert-staff.ts';
export { type Absence, listStaff, readStaff, type StaffRow } from './staff/list-staff.ts';
export { listStaffedTeams, type StaffedTeam } from './staff/list-staffed-teams.ts';
export { resetPassword } from './staff/reset-password.ts';
export { listPasswordsGiven, type PasswordGiven } from '../people/passwords-given.ts';
export { setWholeBody } from './staff/set-whole-body.ts';
export { cancelAbsence, type PlanAbsence, planAbsence } from './staff/plan-absence.ts';
export { type KeyHolder, findAccessKey } from './access-keys/find-access-key.ts';
export { type AccessKeyRow, listAccessKeys, listKeysOfStaff } from './access-keys/list-access-keys.ts';
export {
  accessKeyDaysMax,
  type AccessKeyId,
  type MadeAccessKey,
  makeAccessKey,
} from './access-keys/make-access-key.ts';
export { revokeAccessKey } from './access-keys/revoke-access-key.ts';
export { addTeam, type ChangeTeam, changeTeam } from './staff/add-team.ts';
export { type CalendarDay, listCalendarDays } from './calendar/list-calendar-days.ts';
export {
  type SetCalendarDay,
  setCalendarDay,
  withdrawCalendarDay,
} from './calendar/set-calendar-day.ts';
export { type Clearance, clearanceOf, clearances } from '../queues/class-of.ts';
export { type ExplainedCase, explainTake, type Take, type TakeReason } from '../queues/explain-take.ts';
export { listTakes, type SkippedCase, type StrandedClass, type TakesReport } from '../queues/list-takes.ts';
export { returnHeld } from '../queues/return-held.ts';
export { returnUntouched } from '../queues/return-untouched.ts';
export { type SkipCase, skipCase, skipWhys } from '../queues/skip-case.ts';
export { listNotices, putNoticesAway, type StaffNotice } from '../queues/staff-notices.ts';
export { moveClocks } from '../clocks/move-clocks.ts';
