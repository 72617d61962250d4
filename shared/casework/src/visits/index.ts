// The verbs of the counter's room.
export { addCounter, addPlace, type NewCounter, type NewPlace } from './add-place.ts';
export { answerScreen, noteSaid, type ScreenAnswer } from './answer-screen.ts';
export { type BeginRequest, beginRequest } from './begin-request.ts';
export { callAgain } from './call-again.ts';
export { type CalledNext, callNext } from './call-next.ts';
export { closePastVisits } from './close-past-visits.ts';
export { dayAt } from './day-at.ts';
export { endVisit, markNoShow } from './end-visit.ts';
export { familiesOf, type Family, familyLetters, isFamily } from './families.ts';
export { freeCounter } from './free-counter.ts';
export { holdVisit } from './hold-visit.ts';
export { findDevice, linkDevice } from './link-device.ts';
export { listPlaces, type PlaceRow } from './list-places.ts';
export {
  type DeviceRow,
  listDevices,
  type MakeDevice,
  makeDevice,
  revokeDevice,
} from './make-device.ts';
export { type NoteQuick, noteQuick } from './note-quick.ts';
export { type OpenedVisit, type OpenVisit, openVisit } from './open-visit.ts';
export {
  type CounterRow,
  type DeskLine,
  type LineRow,
  listCounters,
  readDeskLine,
} from './read-desk-line.ts';
export { type CalledTicket, type Hall, readHall } from './read-hall.ts';
export { findScreenState, readScreen, type Screen, type ScreenState } from './read-screen.ts';
export { findVisitOf, readVisit, type VisitFile, type VisitRequest } from './read-visit.ts';
export { readTicket, type TicketFile } from './read-ticket.ts';
export { readVisitMarks, type VisitMarks } from './read-visit-marks.ts';
export { type FamilyWait, type Wait, waitsOverMinutes } from './read-waits.ts';
export { returnVisit } from './return-visit.ts';
export { type AbsenceWhy, absenceWhys, endAbsence, setAbsence } from './set-absence.ts';
export { settleForm } from './settle-form.ts';
export { showOnScreen, type ScreenCheckId } from './show-on-screen.ts';
export { leaveCounter, sitAtCounter } from './sit-at-counter.ts';
export { startServing } from './start-serving.ts';
export { type TakeWalkIn, takeWalkIn } from './take-walk-in.ts';
export { type TransferVisit, transferVisit } from './transfer-visit.ts';
